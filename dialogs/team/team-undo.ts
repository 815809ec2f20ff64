import { formatPeriod } from '../../src/messaging/wording/days/format.js'
import { teamWordsFor } from '../../src/messaging/wording/team/team-words.js'
import { type Arranged, lastArranged } from '../../src/usecases/branch/arranged-today.js'
import { takeBackCover } from '../../src/usecases/branch/cover.js'
import { takeBackHandOver } from '../../src/usecases/branch/hand-over.js'
import { keepersOf } from '../../src/usecases/branch/seen-books.js'
import type { Deps } from '../deps.js'
import type { Session } from '../session.js'

/** What was taken back, in words; `done` where anything was. */
interface Told {
  readonly done: boolean
  readonly text: string
}

/** Taking back what a head arranged today with books of the branch. */
export interface TeamUndo {
  byButton(data: Readonly<Record<string, unknown>>, session: Session): Promise<Told>
  /** The last of today, where it is newer than `after`; undefined where there is none. */
  last(after: string | undefined, session: Session): Promise<Told | undefined>
}

export function createTeamUndo(deps: Pick<Deps, 'bankApart' | 'desks' | 'managers' | 'journal'>): TeamUndo {
  const backHandOver = takeBackHandOver({ bank: deps.bankApart })
  const backCover = takeBackCover(deps)
  const findLast = lastArranged(deps)

  const nameOf = (id: string) => deps.managers.find(id)?.name ?? id

  async function handOver(
    arranged: readonly { readonly from: string; readonly id: string }[],
    to: string,
    { manager, locale, today, at }: Session,
  ): Promise<Told> {
    const own = teamWordsFor(locale).handOver
    const said: string[] = []
    for (const { from, id } of arranged) {
      const taken = await backHandOver({ from, to, id, by: manager.id, today, at })
      if (taken.status === 'nothing') continue
      said.push(own.undone(taken.customers.length, nameOf(from)))
      if (taken.gone.length > 0) said.push(own.gone(taken.gone.length))
    }
    return said.length === 0 ? { done: false, text: own.nothing } : { done: true, text: said.join('') }
  }

  async function cover({ from, to }: Pick<Arranged, 'from' | 'to'>, session: Session): Promise<Told> {
    const { manager, locale, today, at } = session
    const own = teamWordsFor(locale).cover
    const taken = await backCover({ from, to, by: manager.id, today, at })
    if (taken.status === 'nothing') return { done: false, text: own.nothing }
    const again =
      taken.cover === undefined
        ? ''
        : own.again(formatPeriod({ from: taken.cover.from, to: taken.cover.until }, locale, today))
    return { done: true, text: `${own.undone(nameOf(from))}${again}` }
  }

  return {
    async byButton({ act, from, to, ids }, session) {
      const { manager, locale } = session
      const own = teamWordsFor(locale)
      const isOurs = (id: unknown) =>
        keepersOf(deps.managers, manager.branchId).some((keeper) => keeper.id === id)
      if (manager.role !== 'head' || !isOurs(to)) return { done: false, text: own.handOver.nothing }
      if (act === 'cover')
        return isOurs(from)
          ? cover({ from: String(from), to: String(to) }, session)
          : { done: false, text: own.cover.nothing }
      const arranged = String(ids)
        .split('\n')
        .flatMap((one) => {
          const [giver, id] = one.split('|')
          return giver !== undefined && id !== undefined && isOurs(giver) ? [{ from: giver, id }] : []
        })
      return handOver(arranged, String(to), session)
    },

    async last(after, session) {
      const { manager, today } = session
      if (manager.role !== 'head') return undefined
      const found = await findLast(manager.id, manager.branchId, today)
      if (found === undefined || (after !== undefined && after > found.at)) return undefined
      return found.kind === 'cover'
        ? cover(found, session)
        : handOver([{ from: found.from, id: found.id ?? '' }], found.to, session)
    },
  }
}
