/** @throws RangeError where a book or desk would be kept as another manager's */
export function refuseMixUp(managerId: string, changed: { readonly managerId: string }): void {
  if (changed.managerId !== managerId) {
    throw new RangeError(`what belongs to ${changed.managerId} would be kept under ${managerId}`)
  }
}
