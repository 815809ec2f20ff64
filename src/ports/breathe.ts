let last: Promise<void> = Promise.resolve()

/**
 * Lets whatever waits have its turn: called between the pieces of a work that would hold everybody up as a whole. However
 * many works breathe, one piece of them is done at a time.
 */
export function breathe(): Promise<void> {
  last = last.then(
    () =>
      new Promise((resolve) => {
        setImmediate(resolve)
      }),
  )
  return last
}
