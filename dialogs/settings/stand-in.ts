import type { Day } from '../../src/domain/day.js'
import type { Manager } from '../../src/domain/manager/manager.js'
import { askStandInReply, standInReply } from '../../src/messaging/cards/branch/stand-in-card.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import type { Reply } from '../../src/ports/reply.js'
import { cover } from '../../src/usecases/branch/cover.js'
import { keepersOf } from '../../src/usecases/branch/seen-books.js'
import { endCover } from '../../src/usecases/branch/stand-ins.js'
import type { Deps } from '../deps.js'
import type { Session } from '../session.js'

/** A colleague looks after the book while its manager is away. */
export interface StandIn {
  /** @param days absent `until`: that of the pause, else it is asked for */
  begin(text: string, days: { readonly from?: Day; readonly until?: Day }, session: Session): Promise<void>
  beginBy(
    managerId: string,
    days: { readonly from: Day; readonly until: Day },
    session: Session,
  ): Promise<void>
  end(session: Session): Promise<void>
}

export function createStandIn(deps: Pick<Deps, 'books' | 'desks' | 'journal' | 'managers'>): StandIn {
  const begin = cover(deps)
  const end = endCover(deps)

  const colleaguesOf = ({ manager }: Session) =>
    keepersOf(deps.managers, manager.branchId).filter(({ id }) => id !== manager.id)

  return {
    async begin(text, said, session) {
      const { locale, today, manager, turnId: version } = session
      const own = deskWordsFor(locale).standIn
      const colleagues = colleaguesOf(session)
      if (colleagues.length === 0) {
        await session.reply({ text: own.noColleague })
        return
      }
      const { settings } = await deps.desks.read(manager.id)
      const paused = settings.pausedUntil !== undefined && settings.pausedUntil >= today ? settings : {}
      const until = said.until ?? paused.pausedUntil
      const from = said.from ?? (said.until === undefined ? paused.pausedFrom : undefined) ?? today
      const named = colleagues.filter((one) => isNamed(one, text))
      if (until === undefined) {
        await session.reply({ text: own.askUntil((named[0] ?? colleagues[0]!).name) })
        return
      }
      const [one, another] = named
      if (one !== undefined && another === undefined) {
        await this.beginBy(one.id, { from, until }, session)
        return
      }
      const asked = named.length > 1 ? named : colleagues
      await session.reply(askStandInReply({ colleagues: asked, from, until, locale, version }))
    },

    async beginBy(managerId, { from, until }, session) {
      const { locale, today, manager, turnId: version, at } = session
      const own = deskWordsFor(locale).standIn
      const name = deps.managers.find(managerId)?.name ?? managerId
      const input = { from: manager.id, to: managerId, first: from, last: until, by: manager.id, today, at }
      const { status } = until < today ? { status: 'ends-before-it-begins' as const } : await begin(input)
      const answers: Readonly<Record<typeof status, Reply>> = {
        covered: standInReply({ name, from, until, locale, today, version }),
        'ends-before-it-begins': { text: own.past },
        'unknown-manager': { text: own.noColleague },
        'other-branch': { text: own.noColleague },
        'same-manager': { text: own.noColleague },
      }
      await session.reply(answers[status])
    },

    async end(session) {
      const { locale, today, manager, at } = session
      const own = deskWordsFor(locale).standIn
      const ended = await end(manager.id, today, at)
      const names = ended.map(({ name }) => name).join(locale === 'zh-CN' ? '、' : ', ')
      await session.reply({ text: ended.length === 0 ? own.nobody : own.ended(names) })
    },
  }
}

/** By id, whole name, family name with 小 or 老, given name, or one word of an English name. */
function isNamed({ id, name }: Manager, text: string): boolean {
  const said = text.toLowerCase()
  const family = name.charAt(0)
  const given = name.slice(1)
  const isChinese = /^\p{Script=Han}{2,4}$/u.test(name)
  const forms = isChinese ? [name, given.length > 1 ? given : name, `小${family}`, `老${family}`] : [name]
  const words = isChinese ? [id] : [id, ...name.split(/\s+/)]
  return (
    forms.some((form) => said.includes(form.toLowerCase())) ||
    words.some((word) => new RegExp(`(?<![a-z0-9])${word.toLowerCase()}(?![a-z0-9])`).test(said))
  )
}
