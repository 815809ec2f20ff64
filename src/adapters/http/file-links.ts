import type { NamedFile, Timer } from '../../ports/ports.js'

/** Addresses that give a file once, within some minutes; a restart forgets them. */
export interface FileLinks {
  readonly minutes: number
  /** The last part of the address. */
  add(give: () => Promise<NamedFile>): string
  /** The file, the first time and in time; undefined ever after. */
  take(token: string): Promise<NamedFile | undefined>
}

const MINUTES = 10
/** More than anybody opens in ten minutes; the oldest goes where there are more. */
const MOST = 1_000

/** @param newToken cannot be guessed: whoever has the address has the file. */
export function fileLinks(timer: Pick<Timer, 'elapsedMs'>, newToken: () => string): FileLinks {
  const waiting = new Map<string, { readonly give: () => Promise<NamedFile>; readonly until: number }>()
  const isOver = (until: number) => timer.elapsedMs() > until
  return {
    minutes: MINUTES,
    add(give) {
      for (const [token, { until }] of waiting)
        if (isOver(until) || waiting.size >= MOST) waiting.delete(token)
        else break
      const token = newToken()
      waiting.set(token, { give, until: timer.elapsedMs() + MINUTES * 60_000 })
      return token
    },
    async take(token) {
      const link = waiting.get(token)
      waiting.delete(token)
      return link === undefined || isOver(link.until) ? undefined : link.give()
    },
  }
}
