import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { FilledLine } from '../../../domain/playbook/choose-line.js'
import type { OccupationGuide } from '../../../domain/playbook/occupation.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { Script } from '../../../usecases/sales/show-script.js'
import { describeReason } from '../../wording/brief/reasons.js'
import { practiceWordsFor } from '../../wording/sales/practice-words.js'
import { salesStepsFor } from '../../wording/sales/sales-steps.js'
import { type SalesWords, salesWordsFor } from '../../wording/sales/sales-words.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, type Element, line, press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { practiceButton } from './practice-card.js'

/** A line to be said or copied, under what it is for. */
export interface Part {
  readonly heading: string
  readonly lines: readonly string[]
}

export interface ScriptCardInput {
  readonly script: Script
  /** `kind/situation`, where the words are for one situation. */
  readonly topic?: string
  readonly locale: Locale
  readonly today: Day
}

/** What to say to one customer: a line a reason, the invitation, the voicemail, how to talk with their trade. */
export function scriptReply({ script, topic, locale, today }: ScriptCardInput): Reply {
  const words = salesWordsFor(locale).script
  const { customer, said, invitation, voicemail, guide, permission } = script
  const title = `${words.title} · ${nameOf(customer)}`
  const silent = permission === 'service' && said.length === 0
  const parts: readonly Part[] = [
    ...said.map(({ reason, line: { text } }) => ({
      heading: reason === undefined ? headingFor(topic, words) : describeReason(reason, locale, today).text,
      lines: [text],
    })),
    ...(invitation === undefined ? [] : [{ heading: words.invitation, lines: [invitation.text] }]),
    ...(voicemail === undefined ? [] : [{ heading: words.voicemail, lines: [voicemail.text] }]),
  ]
  const notes = [
    ...(silent ? [words.service] : []),
    ...(!silent && said.length === 0 ? [words.noneForTopic] : []),
    ...(permission === 'care' ? [words.care] : []),
    ...(guide === undefined || silent ? [] : [describeGuide(guide, words)]),
  ]
  const again = topic === undefined ? {} : { topic }
  return {
    ...wordsReply(title, parts, notes, [
      ...(silent ? [] : [press(words.another, 'script.show', { customerId: customer.id, ...again })]),
      press(wordingFor(locale).brief.log, 'contact.log', { customerId: customer.id }),
      ...(silent ? [] : [press(salesStepsFor(locale).button, 'sales.start', { customerId: customer.id })]),
    ]),
    summary: words.title,
    shows: shows('customers', [customer]),
    data: {
      customerId: customer.id,
      lines: [...said.map((one) => one.line), invitation, voicemail].flatMap((one) => one?.line.id ?? []),
    },
  }
}

/** Lines of one situation with nobody in them yet. */
export function topicReply(
  topic: { readonly kind: keyof SalesWords['script']['kinds']; readonly situation: string },
  lines: readonly FilledLine[],
  locale: Locale,
  guide?: OccupationGuide,
): Reply {
  const words = salesWordsFor(locale).script
  const id = `${topic.kind}/${topic.situation}`
  const heading = headingFor(id, words)
  const texts = lines.map(({ text }) => text)
  const notes = [
    ...(lines.length === 0 ? [words.none] : []),
    ...(texts.some((text) => /「|\[/.test(text)) ? [words.fillIn] : []),
    ...(guide === undefined ? [] : [describeGuide(guide, words)]),
  ]
  const again =
    lines.length === 0
      ? []
      : [
          press(words.another, 'script.topic', {
            topic: id,
            ...(guide === undefined ? {} : { occupation: guide.id }),
          }),
          ...(topic.kind === 'first-call'
            ? [practiceButton(practiceWordsFor(locale).button, topic.kind, topic.situation)]
            : []),
        ]
  return {
    ...wordsReply(`${words.title} · ${heading}`, [{ heading: '', lines: texts }], notes, again),
    summary: words.title,
    data: { topic: id, lines: lines.map(({ line: { id: lineId } }) => lineId) },
  }
}

/** "A script for what?" */
export function whichScriptReply(locale: Locale): Reply {
  const words = salesWordsFor(locale).script
  const offered = Object.entries(words.offered)
  const sets = [offered.slice(0, 4), offered.slice(4)]
  const text = [words.which, ...offered.map(([, title]) => `· ${title}`)].join('\n')
  return {
    text,
    summary: words.title,
    card: card(
      [
        line(words.which),
        ...sets.map((set) => buttons(set.map(([topic, title]) => press(title, 'script.topic', { topic })))),
      ],
      text,
    ),
  }
}

/** Plain lines under small headings: each can be copied as it stands. */
export function wordsReply(
  title: string,
  parts: readonly Part[],
  notes: readonly string[],
  actions: Parameters<typeof buttons>[0],
): Reply & { readonly card: NonNullable<Reply['card']> } {
  const text = [
    title,
    ...parts.flatMap(({ heading, lines }) => [...(heading === '' ? [] : [`${heading}:`]), ...lines]),
    ...notes,
  ].join('\n')
  const body: readonly Element[] = [
    line(title, { weight: 'Bolder', size: 'Medium' }),
    ...parts.flatMap(({ heading, lines }) => [
      ...(heading === '' ? [] : [line(heading, { size: 'Small', isSubtle: true, spacing: 'Medium' })]),
      ...lines.map((one, at) => line(one, { spacing: heading !== '' && at === 0 ? 'Small' : 'Medium' })),
    ]),
    ...notes.map((note) => line(note, { size: 'Small', isSubtle: true, spacing: 'Medium' })),
    ...(actions.length === 0 ? [] : [buttons(actions)]),
  ]
  return { text, card: card(body, text) }
}

function headingFor(topic: string | undefined, words: SalesWords['script']): string {
  if (topic === undefined) return words.pretext
  const offered: Readonly<Record<string, string>> = words.offered
  const kinds: Readonly<Record<string, string>> = words.kinds
  return offered[topic] ?? kinds[topic.split('/')[0] ?? ''] ?? topic
}

function describeGuide({ name, howToTalk, hours }: OccupationGuide, words: SalesWords['script']): string {
  return words.guide(name, howToTalk[0] ?? '', hours)
}
