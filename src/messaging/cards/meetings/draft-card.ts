import type { ClaimFinding } from '../../../domain/claims/claim-check.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { fill } from '../../../domain/playbook/line.js'
import type { Reply } from '../../../ports/reply.js'
import { bracketedValues } from '../../wording/days/bracketed.js'
import { practiceWordsFor } from '../../wording/sales/practice-words.js'
import { card, line } from '../parts/elements.js'

/** Whether a text may be said or sent; if not, each phrase with the rule and a wording that is allowed. */
export function draftReply(draft: string, findings: readonly ClaimFinding[], locale: Locale): Reply {
  const words = practiceWordsFor(locale).draft
  const verdict = findings.length === 0 ? words.fine : words.wrong(findings.length)
  const rows = findings.flatMap((finding) => findingLines(finding, locale))
  const notes = findings.length === 0 ? [words.fineNote] : []
  const text = [draft, verdict, ...rows, ...notes].join('\n')
  const color = findings.length === 0 ? 'Accent' : 'Attention'
  return {
    text,
    summary: words.summary,
    data: { findings: findings.map(({ rule, quote }) => ({ rule, quote })) },
    card: card(
      [
        line(draft, { isSubtle: true }),
        line(verdict, { weight: 'Bolder', color }),
        ...rows.map((row) => line(row, { spacing: 'Small' })),
        ...notes.map((note) => line(note, { size: 'Small', isSubtle: true })),
      ],
      text,
    ),
  }
}

/** A phrase that may not be said, with the rule, and what may be said instead. */
export function findingLines(
  { quote, title, why, allowed }: ClaimFinding,
  locale: Locale,
): readonly [string, string] {
  const words = practiceWordsFor(locale).draft
  return [words.finding(quote, title, why), words.allowed(fill(allowed, bracketedValues(locale)))]
}
