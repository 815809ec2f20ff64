/** Holds up whoever passes until it is opened, so that a test can act in the middle of something. */
export function aGate() {
  let open = (): void => {}
  let reach = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  return {
    reached,
    open: () => open(),
    async pass(): Promise<void> {
      reach()
      await opened
    },
  }
}
