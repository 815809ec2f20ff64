export function refuseMixUp(managerId: string, changed: { readonly managerId: string }): void {
  if (changed.managerId !== managerId) {
    throw new RangeError(`what belongs to ${changed.managerId} would be kept under ${managerId}`)
  }
}
