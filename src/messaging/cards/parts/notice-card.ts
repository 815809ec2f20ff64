import type { AdaptiveCard } from '../../../ports/reply.js'
import { card, line } from './elements.js'

/** One line in the place of a card whose work is done. */
export function noticeCard(text: string): AdaptiveCard {
  return card([line(text, { isSubtle: true })], text)
}
