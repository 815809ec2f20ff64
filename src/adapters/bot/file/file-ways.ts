import type { TurnContext } from 'botbuilder'
import type { Config } from '../../../config/config.js'
import type { FileWay, NamedFile } from '../../../ports/ports.js'
import { offerFile, putFile } from './file-consent.js'

/** Where files wait to be fetched. */
export interface WaitingFiles {
  readonly minutes: number
  /** The last part of the address. */
  add(give: () => Promise<NamedFile>): string
}

const TEAMS = 'msteams'

/**
 * How files get to managers, as it is set: only Teams has drives to put them into, and only where links were chosen
 * there are links.
 *
 * @param listensOn where this server is, once it listens
 */
export function fileWays(
  { files, bot }: Pick<Config, 'files' | 'bot'>,
  links: WaitingFiles | undefined,
  listensOn: () => string,
): (context: TurnContext) => FileWay {
  const upload = { allowedHosts: files.uploadHosts, timeoutMs: bot.sendTimeoutMs }
  return (context) => {
    if (files.way === 'drive' && context.activity.channelId === TEAMS)
      return {
        kind: 'drive',
        offer: (offer) => offerFile(context, offer),
        put: (uploadInfo, bytes) => putFile(uploadInfo, bytes, upload),
      }
    if (links === undefined) return { kind: 'none' }
    return {
      kind: 'link',
      minutes: links.minutes,
      link: (give) => `${files.publicUrl ?? listensOn()}/files/${links.add(give)}`,
    }
  }
}
