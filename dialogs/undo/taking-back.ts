import type { Locale } from '../../src/domain/manager/manager.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { type UndoChangeResult, undoChange } from '../../src/usecases/changes/undo-change.js'
import { undoSettings } from '../../src/usecases/settings/change-settings.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { Deps } from '../deps.js'
import type { Session } from '../session.js'
import type { TeamUndo } from '../team/team-undo.js'

/** Taking back: by a button the change it belongs to, by words the last one, of whichever kind. */
export interface TakingBack {
  /** What was taken back, in words; `done` where anything was. */
  byId(changeId: string, session: Session): Promise<TakenBack>
  /** @param customerIds only a change that touched one of these; absent: any */
  last(customerIds: readonly string[] | undefined, session: Session): Promise<TakenBack>
  settings(changeId: string, session: Session): Promise<TakenBack>
}

export interface TakenBack {
  readonly done: boolean
  readonly text: string
}

/** Why nothing was taken back. */
export function notUndone(why: Exclude<UndoChangeResult['status'], 'undone'>, locale: Locale): string {
  const { alreadyUndone, nothingToUndo } = wordingFor(locale).contact
  const sentences = {
    already: alreadyUndone,
    nothing: nothingToUndo,
    'out-of-reach': deskWordsFor(locale).undone.outOfReach,
  } as const satisfies Record<typeof why, string>
  return sentences[why]
}

export function createTakingBack(
  deps: Pick<Deps, 'books' | 'desks' | 'journal'>,
  briefs: BriefCards,
  teamUndo: TeamUndo,
): TakingBack {
  const undo = undoChange(deps)
  const undoSetting = undoSettings(deps)

  async function told(result: UndoChangeResult, session: Session): Promise<TakenBack> {
    const words = wordingFor(session.locale)
    const own = deskWordsFor(session.locale).undone
    if (result.status !== 'undone') return { done: false, text: notUndone(result.status, session.locale) }
    await briefs.refresh(session)
    const text = own.kinds[result.change.kind](words.and(result.customers.map(shortName)))
    const besides = [
      result.overtaken ? own.overtaken : '',
      result.outOfReach > 0 ? own.others(result.outOfReach) : '',
    ]
    return { done: true, text: `${text}${besides.join('')}` }
  }

  async function settings(changeId: string, { manager, at, locale }: Session): Promise<TakenBack> {
    const own = deskWordsFor(locale).settings
    const restored = await undoSetting(manager.id, changeId, at)
    return restored === undefined ? { done: false, text: own.takeBackGone } : { done: true, text: own.undone }
  }

  return {
    settings,

    async byId(changeId, session) {
      return told(await undo({ managerId: session.manager.id, changeId, at: session.at }), session)
    },

    async last(customerIds, session) {
      const { manager, at } = session
      if (customerIds !== undefined) {
        return told(await undo({ managerId: manager.id, at, customerIds }), session)
      }
      const { settingsChange } = await deps.desks.read(manager.id)
      const { changes } = await deps.books.read(manager.id)
      const lastInBook = changes.findLastIndex((change) => !change.undone)
      const isSetting =
        settingsChange !== undefined &&
        !settingsChange.undone &&
        lastInBook <= changes.findIndex((change) => change.id === settingsChange.afterChange)
      const newest = isSetting ? settingsChange.at : changes[lastInBook]?.at
      const arranged = await teamUndo.last(newest, session)
      if (arranged !== undefined) return arranged
      if (isSetting) return settings(settingsChange.id, session)
      return told(await undo({ managerId: manager.id, at }), session)
    },
  }
}
