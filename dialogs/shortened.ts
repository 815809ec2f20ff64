const LONGEST = 24

/** The beginning of what was said, short enough to be quoted in a line. */
export function shortened(said: string): string {
  return said.length <= LONGEST ? said : `${said.slice(0, LONGEST)}…`
}
