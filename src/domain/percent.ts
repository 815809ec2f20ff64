/**
 * `part` of `whole` in per cent, to one decimal, half up, each rounded by itself (HANDBOOK §8): parts may add to 99.9. A
 * share of nothing is null, never 0. Sums in fen, so that no share is decided by floating point.
 */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  const thousandths = (BigInt(part) * 2_000n + BigInt(whole)) / (2n * BigInt(whole))
  return Number(thousandths) / 10
}

/** Whether `part` is at least `percent` of `whole`; nothing is no part of nothing. */
export function isAtLeastPercent(part: number, whole: number, percent: number): boolean {
  return whole > 0 && BigInt(part) * 100n >= BigInt(whole) * BigInt(percent)
}

/** `above ÷ below` as a whole number, half up. */
export function halfUp(above: number, below: number): number {
  return Math.floor((2 * above + below) / (2 * below))
}
