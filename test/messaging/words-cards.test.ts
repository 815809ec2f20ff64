import { describe, expect, it } from 'vitest'
import { OBJECTIONS } from '../../src/domain/customer/contact.js'
import { LOCALES, type Locale } from '../../src/domain/manager/manager.js'
import { objectionAnswers } from '../../src/domain/playbook/objection-answers.js'
import { phoneWords } from '../../src/domain/playbook/phone-words.js'
import { twoTimes } from '../../src/domain/playbook/two-times.js'
import { objectionReply, whichObjectionReply } from '../../src/messaging/cards/sales/objection-card.js'
import { scriptReply, topicReply, whichScriptReply } from '../../src/messaging/cards/sales/script-card.js'
import { bracketedValues } from '../../src/messaging/wording/days/bracketed.js'
import { lineValues } from '../../src/messaging/wording/sales/line-values.js'
import { cardProblems } from '../support/adaptive.js'
import { aCustomer } from '../support/customers.js'
import { PLAYBOOKS } from '../support/playbook.js'
import { CALENDAR, TODAY } from '../support/rules.js'

const customer = aCustomer('C01', { name: '陈立群', occupation: '教师' })
const manager = { name: '林若溪' }

function repliesIn(locale: Locale) {
  const playbook = PLAYBOOKS[locale]
  const slots = twoTimes(TODAY, '09:00', CALENDAR)
  const about = { customer, manager, products: [], slots, today: TODAY }
  const words = phoneWords(playbook, [], about, (facts) => lineValues(facts, locale, TODAY))
  const answersTo = (objection: (typeof OBJECTIONS)[number]) =>
    objectionAnswers(playbook, {
      objection,
      repeated: false,
      values: bracketedValues(locale),
      lastUsed: [],
      today: TODAY,
    })
  return [
    ['script', scriptReply({ script: { customer, ...words }, locale, today: TODAY })],
    [
      'topic',
      topicReply(
        { kind: 'voicemail', situation: 'general' },
        words.said.map((s) => s.line),
        locale,
      ),
    ],
    ['which script', whichScriptReply(locale)],
    ['which objection', whichObjectionReply({}, locale)],
    ...OBJECTIONS.map((one) => [one, objectionReply({ answers: answersTo(one), locale })] as const),
  ] as const
}

describe.each(LOCALES)('cards of words in %s', (locale) => {
  it.each(repliesIn(locale))('%s is a card that Teams takes', (_name, { card, text, summary }) => {
    expect(cardProblems(card)).toEqual([])
    expect(card).toMatchObject({ version: '1.5', fallbackText: text })
    expect(text).not.toMatch(/\{[a-zA-Z]+\}|undefined/)
    expect(summary).not.toContain('陈')
  })

  it.each(OBJECTIONS)('an answer to %s and a question to ask back', (objection) => {
    const [, reply] = repliesIn(locale).find(([name]) => name === objection)!
    expect(reply.data).toMatchObject({ objection, lines: expect.arrayContaining([expect.any(String)]) })
  })
})
