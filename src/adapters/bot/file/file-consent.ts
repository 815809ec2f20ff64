import type { Attachment, TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { FileOffer, PutOutcome } from '../../../ports/ports.js'
import { type AllowedHosts, isAllowed } from '../allowed-hosts.js'
import { exchange } from '../exchange.js'

/** Where Teams lets a file be put after the manager has agreed, and how it is shown afterwards. */
const UploadInfo = z.object({
  uploadUrl: z.string(),
  contentUrl: z.string(),
  name: z.string(),
  uniqueId: z.string().optional(),
  fileType: z.string().optional(),
})

/** Asks whether a file may be put into the manager's own drive; Teams draws the two buttons. Personal chats only. */
export async function offerFile(
  context: TurnContext,
  { name, sizeInBytes, description, data }: FileOffer,
): Promise<void> {
  const content = { description, sizeInBytes, acceptContext: data, declineContext: data }
  const contentType = 'application/vnd.microsoft.teams.card.file.consent'
  await context.sendActivity({ type: 'message', attachments: [{ contentType, name, content }] })
}

export interface UploadSettings {
  readonly allowedHosts: AllowedHosts
  readonly timeoutMs: number
}

/** Puts a file where the answer to its offer says, in one piece. Never throws; the address is a secret and is in no log. */
export async function putFile(
  uploadInfo: unknown,
  bytes: Uint8Array,
  { allowedHosts, timeoutMs }: UploadSettings,
): Promise<PutOutcome> {
  const parsed = UploadInfo.safeParse(uploadInfo)
  if (!parsed.success || !isAllowed(allowedHosts, parsed.data.uploadUrl))
    return { kind: 'not-put', why: 'host' }
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
  }
  try {
    const body = new Uint8Array(bytes) // over a buffer of its own, which is what a request takes
    const { response } = await exchange(parsed.data.uploadUrl, { method: 'PUT', headers, body }, timeoutMs)
    return response.ok ? { kind: 'put' } : { kind: 'not-put', why: 'refused' }
  } catch {
    return { kind: 'not-put', why: 'no-answer' }
  }
}

/** A file that lies in the manager's drive, as a thing to open; undefined where it is not said where it lies. */
export function fileInfo(uploadInfo: unknown): Attachment | undefined {
  const parsed = UploadInfo.safeParse(uploadInfo)
  if (!parsed.success) return undefined
  const { name, contentUrl, uniqueId, fileType } = parsed.data
  const contentType = 'application/vnd.microsoft.teams.card.file.info'
  return { contentType, name, contentUrl, content: { uniqueId, fileType } }
}
