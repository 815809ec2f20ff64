import type { Book } from '../../domain/book.js'
import type { Change, ToldOfSale } from '../../domain/change.js'

/** What the changes between two states of a book tell of its sales. */
export interface TouchedSales {
  /** Opportunities that a change was taken back of. */
  readonly takenBack: ReadonlySet<string>
  /** What was written with a change of an opportunity: contacts and agreements that are no thing of their own where it was won. */
  readonly writtenWith: (opportunityId: string) => ReadonlySet<string>
  /** What was told of an opportunity, also where it was known before. */
  readonly toldOf: (opportunityId: string) => ToldOfSale
}

export function touchedSales(before: Book | undefined, after: Book): TouchedSales {
  const then = new Map((before?.changes ?? []).map((change) => [change.id, change]))
  const isNew = ({ id }: Change) => !then.has(id)
  const isTakenBack = ({ id, undone }: Change) => undone && then.get(id)?.undone !== true
  const touched = after.changes.filter((change) => isNew(change) || isTakenBack(change))
  const takenBack = touched.filter(isTakenBack).flatMap(opportunitiesIn)
  return {
    takenBack: new Set(takenBack),
    writtenWith: (opportunityId) =>
      new Set(touched.filter((change) => opportunitiesIn(change).includes(opportunityId)).flatMap(addedIn)),
    toldOf: (opportunityId) =>
      Object.assign({}, ...touched.filter(isNew).map((change) => toldIn(change, opportunityId))),
  }
}

function toldIn({ edits }: Change, opportunityId: string): ToldOfSale {
  const told = edits.map((edit) =>
    edit.kind === 'opportunity-changed' && edit.opportunityId === opportunityId ? edit.told : undefined,
  )
  return Object.assign({}, ...told)
}

function opportunitiesIn({ edits }: Change): readonly string[] {
  return edits.flatMap((edit) => (edit.kind === 'opportunity-changed' ? [edit.opportunityId] : []))
}

function addedIn({ edits }: Change): readonly string[] {
  return edits.flatMap((edit) => {
    if (edit.kind === 'contact-added') return [edit.contactId]
    return edit.kind === 'agreement-added' ? [edit.agreementId] : []
  })
}
