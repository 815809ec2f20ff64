import type { Reply } from '../../../ports/reply.js'
import { line } from './elements.js'

/** A reply with one line above it, in words and on the card. */
export function withRemark(reply: Reply, remark: string): Reply {
  const { text, card } = reply
  if (card === undefined) return { ...reply, text: `${remark}\n${text}` }
  const body = Array.isArray(card['body']) ? (card['body'] as readonly unknown[]) : []
  return {
    ...reply,
    text: `${remark}\n${text}`,
    card: {
      ...card,
      ...(typeof card['fallbackText'] === 'string'
        ? { fallbackText: `${remark}\n${card['fallbackText']}` }
        : {}),
      body: [line(remark, { color: 'Attention', size: 'Small' }), ...body],
    },
  }
}
