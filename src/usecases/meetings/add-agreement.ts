import { type Agreed, type AgreementToMake, clashesWith, makeAgreement } from '../../domain/customer/agree.js'
import { screenNote } from '../../domain/customer/facts/screen-note.js'
import type { SensitiveKind, SensitiveWords } from '../../domain/customer/facts/sensitive-note.js'
import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import { type ChangeWritten, type WriteChangeDeps, writeChange } from '../changes/write-change.js'

export interface AddAgreementDeps extends WriteChangeDeps {
  readonly sensitiveWords: SensitiveWords
  readonly policy: Policy
}

export interface AddAgreementInput {
  readonly changeId: string
  readonly managerId: string
  readonly customerIds: readonly string[]
  readonly agreement: AgreementToMake
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export interface Added extends Agreed {
  /** Why the words it is about were not kept. */
  readonly withheld?: SensitiveKind
}

export interface AgreementAdded {
  readonly written: ChangeWritten<Added>
  /** Other meetings and calls at nearly the same time; what was asked for is written all the same. */
  readonly clashes: readonly Agreed[]
}

/** Writes down a reminder or a booking of the manager's own, with the meetings it clashes with. */
export function addAgreement(deps: AddAgreementDeps) {
  return async ({ agreement, today, ...input }: AddAgreementInput): Promise<AgreementAdded> => {
    const kind = agreement.kind === 'task' ? 'task.add' : 'appointment.add'
    const before = await deps.books.read(input.managerId)
    const clashes =
      agreement.kind === 'task' ? [] : clashesWith(before, agreement.when, deps.policy.appointmentMinutes)
    const written = await writeChange<Added>(deps, { ...input, kind }, (customer, key) => {
      const { about, ...rest } = agreement
      const screened = about === undefined ? undefined : screenNote(about, customer, deps.sensitiveWords)
      const made = makeAgreement(
        customer,
        { ...rest, ...(screened?.note === undefined ? {} : { about: screened.note }) },
        { key, today },
      )
      return {
        customer: made.customer,
        edits: [made.edit],
        result: {
          customer: made.customer,
          agreement: made.agreement,
          ...(screened?.withheld === undefined ? {} : { withheld: screened.withheld }),
        },
      }
    })
    return { written, clashes }
  }
}

export type AddAgreement = ReturnType<typeof addAgreement>
