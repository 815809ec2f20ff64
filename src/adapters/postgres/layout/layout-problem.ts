/** A newer program has changed the layout: this one would not understand what it reads. */
export class NewerLayout extends Error {
  override readonly name = 'NewerLayout'
  constructor(has: number, knows: number) {
    super(
      `the database has layout ${has}, and this program knows ${knows}: start the newer program, or restore the copy from before`,
    )
  }
}

/** The layout is older, and whoever logs in may not change it. */
export class LayoutBehind extends Error {
  override readonly name = 'LayoutBehind'
  constructor(has: number, wants: number, cause: unknown) {
    super(
      `the database has layout ${has}, this program wants ${wants}, and this login may not change it: run "daybook migrate" as its owner`,
      { cause },
    )
  }
}

/** The server lacks what the layout is made of. */
export class ServerTooOld extends Error {
  override readonly name = 'ServerTooOld'
  constructor(version: number) {
    super(`the server is PostgreSQL ${version}; 13 is the oldest that can be used`)
  }
}
