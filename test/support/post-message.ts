import { expect } from 'vitest'

/** What manager M1 writes, as Teams delivers it to a server on a morning of 23 November 2026; `id` ends in the minute. */
export async function postMessage(
  at: { readonly url: string; readonly serviceUrl: string; readonly chat: string },
  text: string,
  id: string,
): Promise<void> {
  const response = await fetch(`${at.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id,
      channelId: 'msteams',
      serviceUrl: at.serviceUrl,
      timestamp: `2026-11-23T01:0${id.slice(1)}:00Z`,
      text,
      from: { id: '29:user-M1', aadObjectId: 'aad-M1' },
      recipient: { id: '28:daybook' },
      conversation: { id: at.chat, conversationType: 'personal' },
    }),
  })
  await response.text()
  expect(response.status).toBe(200)
}
