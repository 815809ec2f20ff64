const MONTH = /^\d{4}-\d{2}$/

/** @throws RangeError where it has no instant, and so no file */
export function checkEntry(entry: { readonly at: string }): void {
  if (!MONTH.test(entry.at.slice(0, 7))) throw new RangeError(`not an instant: ${entry.at}`)
}
