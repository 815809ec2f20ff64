/** What a speaker sends to; `serviceUrl` is where the answers go. */
export interface Ears {
  readonly url: string
  readonly serviceUrl: string
}

let messages = 0

/** Sends one message as Teams would, and gives the milliseconds until it was answered with 200. */
export async function speak({ url, serviceUrl }: Ears, managerId: string, text: string): Promise<number> {
  const begun = performance.now()
  const id = `m${++messages}`
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id,
      channelId: 'msteams',
      serviceUrl,
      text,
      timestamp: new Date().toISOString(),
      from: { id: `29:${managerId}`, aadObjectId: `00000000-0000-4000-8000-000000000${managerId.slice(1)}` },
      recipient: { id: '28:daybook' },
      conversation: { id: chatWith(managerId), conversationType: 'personal' },
    }),
  })
  await response.text()
  if (response.status !== 200) throw new Error(`${url} answered ${response.status} to ${managerId}`)
  return performance.now() - begun
}

export function chatWith(managerId: string): string {
  return `chat-${managerId}`
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]! * 10) / 10
}
