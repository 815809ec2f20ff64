import type { Locale } from '../../src/domain/manager/manager.js'
import type { Reading } from '../../src/language/reading.js'
import { withRemark } from '../../src/messaging/cards/parts/remark.js'
import { customerWordsFor } from '../../src/messaging/wording/customers/customer-words.js'
import type { Reply } from '../../src/ports/reply.js'

/** The list, with the conditions that it could not honour named above it: never dropped in silence. */
export function withLeftOut(reply: Reply, { asked }: Reading, locale: Locale): Reply {
  const said = asked?.leftOut ?? []
  return said.length === 0 ? reply : withRemark(reply, customerWordsFor(locale).find.leftOut(said))
}
