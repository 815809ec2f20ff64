import type { Customer } from '../customer/customer.js'
import type { Reason } from '../occasions/reason.js'
import { chooseLine, type FilledLine, type LineRequest } from './choose-line.js'
import type { LineValues } from './line.js'
import type { LineFacts } from './line-facts.js'
import { type OccupationGuide, occupationOf } from './occupation.js'
import { type Permission, permissionOf } from './permission.js'
import type { Playbook } from './playbook.js'
import type { LineKind, Situation } from './situations.js'
import { type WordsAbout, wordsFor } from './words-for.js'

/** Everything a manager has at hand while the phone rings. */
export interface PhoneWords {
  readonly permission: Permission
  /** One line a reason that may be spoken of; where nothing is up, one pretext without a reason. */
  readonly said: readonly { readonly reason?: Reason; readonly line: FilledLine }[]
  /** Offers two times. */
  readonly invitation?: FilledLine
  readonly voicemail?: FilledLine
  readonly guide?: OccupationGuide
}

/** More reasons than a call can hold; the most urgent come first. */
const MOST_REASONS = 4

/** The good pretexts of a regular contact, the one with most to say first (Handbook §4, 2A). */
const PRETEXTS = ['care', 'information', 'advice'] as const

/** The words for a call to this customer today. Whoever may not be contacted and has no service notice due gets none. */
export function phoneWords(
  playbook: Playbook,
  reasons: readonly Reason[],
  about: WordsAbout,
  word: (facts: LineFacts) => LineValues,
): PhoneWords {
  const { customer } = about
  const permission = permissionOf(customer)
  const guide = guideOf(playbook, customer)
  const used: string[] = [...(about.lastUsed ?? [])]
  const said: { readonly reason?: Reason; readonly line: FilledLine }[] = []
  for (const reason of reasons) {
    if (said.length === MOST_REASONS) break
    const choice = againIfOnly(used, (lastUsed) =>
      wordsFor(playbook, reason, { ...about, ...lastUsed }, word),
    )
    if (choice === undefined || said.some(({ line }) => line.text === choice.text)) continue
    used.push(choice.line.id)
    said.push({ reason, line: choice })
  }
  if (said.length === 0 && permission === 'service') return { permission, said }

  const productKind = reasons.find((reason) => reason.kind === 'maturity')?.productKind
  const line = <K extends LineKind>(kind: K, situation: Situation<K>) =>
    lineAbout(playbook, kind, situation, { ...about, lastUsed: used }, word, productKind)

  if (said.length === 0) {
    const pretext = PRETEXTS.map((situation) => line('pretext', situation)).find((one) => one !== undefined)
    if (pretext !== undefined) said.push({ line: pretext })
  }
  const invitation =
    (guide?.channel === 'visit' ? line('invitation', 'visit') : undefined) ?? line('invitation', 'branch')
  const voicemail = line('voicemail', voicemailFor(reasons)) ?? line('voicemail', 'general')
  return {
    permission,
    said,
    ...(invitation === undefined ? {} : { invitation }),
    ...(voicemail === undefined ? {} : { voicemail }),
    ...(guide === undefined ? {} : { guide }),
  }
}

/** One line of a situation for this customer; the one said last again where there is no other. */
export function lineAbout<K extends LineKind>(
  playbook: Playbook,
  kind: K,
  situation: Situation<K>,
  about: Omit<WordsAbout, 'products'>,
  word: (facts: LineFacts) => LineValues,
  productKind?: LineRequest['productKind'],
  facts: Partial<LineFacts> = {},
): FilledLine | undefined {
  const { customer, manager, slots, today, channel, lastUsed, worth } = about
  const request: LineRequest<K> = {
    kind,
    situation,
    customer: addressee(playbook, customer),
    ...(productKind === undefined ? {} : { productKind }),
    ...(channel === undefined ? {} : { channel }),
    ...(worth === undefined ? {} : { worth }),
    values: word({ ...facts, customer, manager, slots }),
    day: today,
  }
  return againIfOnly(lastUsed ?? [], (used) => chooseLine(playbook, { ...request, ...used }))
}

/** Who a line is for, as lines are chosen by. */
export function addressee(playbook: Playbook, customer: Customer): LineRequest['customer'] {
  const occupation = occupationOf(playbook.occupations, customer.occupation)
  return {
    id: customer.id,
    permission: permissionOf(customer),
    ...(occupation === undefined ? {} : { occupation }),
    ...(customer.familiarity === undefined ? {} : { familiarity: customer.familiarity }),
  }
}

export function guideOf(playbook: Playbook, { occupation }: Customer): OccupationGuide | undefined {
  const id = occupationOf(playbook.occupations, occupation)
  return playbook.occupations.find((guide) => guide.id === id)
}

function againIfOnly(
  lastUsed: readonly string[],
  choose: (used: { readonly lastUsed: readonly string[] }) => ReturnType<typeof chooseLine>,
): FilledLine | undefined {
  const choice = choose({ lastUsed })
  if (choice.found) return choice
  const again = choice.reason === 'only-the-one-last-used' ? choose({ lastUsed: [] }) : choice
  return again.found ? again : undefined
}

function voicemailFor(reasons: readonly Reason[]): Situation<'voicemail'> {
  if (reasons.some(({ kind }) => kind === 'maturity')) return 'maturity'
  return reasons.some(({ kind }) => kind === 'claim') ? 'first' : 'general'
}
