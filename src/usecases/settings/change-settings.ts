import type { Desk } from '../../domain/manager/desk.js'
import type { DeskSettings } from '../../domain/manager/settings.js'
import type { Books, Desks, Journal } from '../../ports/ports.js'

export interface ChangeSettingsDeps {
  readonly books: Books
  readonly desks: Desks
  readonly journal: Journal
}

export interface ChangeSettingsInput {
  /** The same for every repeat of the message or press: what is set once is not set again. */
  readonly changeId: string
  readonly managerId: string
  /** ISO 8601 instant. */
  readonly at: string
  /** The settings after the change; what is left out goes by the roster and the policy again. */
  readonly change: (before: DeskSettings) => DeskSettings
}

export interface SettingsChanged {
  readonly before: DeskSettings
  readonly after: DeskSettings
}

/** Changes what a manager chose for themselves; the last change can be taken back. */
export function changeSettings({ books, desks, journal }: ChangeSettingsDeps) {
  return async ({ changeId, managerId, at, change }: ChangeSettingsInput): Promise<SettingsChanged> => {
    const last = (await books.read(managerId)).changes.at(-1)
    const changed = await desks.change<SettingsChanged>(managerId, (desk) => {
      const done = desk.settingsChange
      if (done?.id === changeId) return { desk, result: { before: done.before, after: desk.settings } }
      const before = desk.settings
      const after = change(before)
      const next: Desk = {
        ...desk,
        settings: after,
        settingsChange: {
          id: changeId,
          at,
          before,
          ...(last === undefined ? {} : { afterChange: last.id }),
          undone: false,
        },
      }
      return { desk: next, result: { before, after } }
    })
    await journal.append({ at, managerId, act: 'settings.change' })
    return changed
  }
}

export type ChangeSettings = ReturnType<typeof changeSettings>

/** Puts the settings back as they were before a change; undefined where that was taken back, or another came after it. */
export function undoSettings({ desks, journal }: Pick<ChangeSettingsDeps, 'desks' | 'journal'>) {
  return async (managerId: string, changeId: string, at: string): Promise<DeskSettings | undefined> => {
    const settings = await desks.change<DeskSettings | undefined>(managerId, (desk) => {
      const last = desk.settingsChange
      if (last === undefined || last.undone || last.id !== changeId) return { desk, result: undefined }
      const undone = { ...desk, settings: last.before, settingsChange: { ...last, undone: true } }
      return { desk: undone, result: last.before }
    })
    if (settings !== undefined) await journal.append({ at, managerId, act: 'settings.undo' })
    return settings
  }
}
