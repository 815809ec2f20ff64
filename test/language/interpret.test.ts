import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import type { Context, Frame } from '../../src/language/context.js'
import { aCall, aContext, aThing, commandsFor, inShort, interpreted } from './a-thread.js'
import { ASKED, ASKED_NAMES, type AskedName } from './questions-asked.js'

const WRITTEN = [aCall('C1'), aCall('C4')]
const asked = (name: AskedName) => aContext({ question: ASKED[name], written: WRITTEN })
const MATURITIES: Frame = {
  intent: 'maturity.list',
  text: '本周谁到期',
  slots: { period: { from: day('2026-11-23'), to: day('2026-11-29') } },
}
const APPOINTMENT = aThing({
  kind: 'appointment',
  when: { day: day('2026-11-24'), time: '15:00' },
})

/** Everything but a practised call, in which whatever is said is a line. */
const OUTSIDE_PRACTICE = ASKED_NAMES.filter((name) => name !== 'a practised call')

describe('a message is parsed exactly once', () => {
  it.each<readonly [string, Context]>([
    ['本周谁到期', aContext()],
    ['刚打了陈总,没接,李总说再考虑', aContext()],
    ['called Grace, no answer, and remind me to call Helen on friday', aContext()],
    ['看看陈总,然后提醒我周五给李总打电话', aContext()],
    ['刚打了陈总不对是李总没接', aContext()],
    ['那下周呢', aContext({ asked: MATURITIES })],
    ['第二个的电话', aContext({ list: { of: 'customers', ids: ['C1', 'C4'] } })],
    ['her phone', aContext({ customer: 'C4' })],
    ['算了,看看陈总', asked('is it right')],
    ['改到四点', aContext({ written: [APPOINTMENT], wroteLast: true })],
    ['陈总的撤销,Grace的改成微信', aContext({ written: WRITTEN, wroteLast: true })],
    ['还有李总', aContext({ wish: { intent: 'task.add', text: '', slots: {} }, wroteLast: true })],
    ['', aContext()],
  ])('%s', (says, context) => expect(interpreted(says, context).parsed).toEqual([says]))

  it.each(ASKED_NAMES.filter((name) => name !== 'his birthday'))('whatever is open: %s', (name) => {
    for (const says of ['好', '2', '明天', '李总没接', '本周谁到期', 'Grace', 'who matures this week?'])
      expect(interpreted(says, asked(name)).parsed).toEqual([says])
  })

  it('and the words that were not understood before once more, where a reading of them is chosen', () => {
    const offered = { text: '陈总那个事', intents: ['customer.show', 'customer.history'] as const }
    const { commands, parsed } = interpreted('2', aContext({ offered }))
    expect(inShort(commands)).toEqual(['wish customer.history'])
    expect(parsed).toEqual(['2', '陈总那个事'])
  })
})

describe('an answer to the open question is nothing else', () => {
  it.each<readonly [AskedName, string, string]>([
    ['which of two', '陈姐', 'answer customer'],
    ['which of two', '都不是', 'answer none-of-these'],
    ['which teacher', 'the second', 'answer customer'],
    ['was it he', '是的', 'answer customer'],
    ['is it right', '好', 'answer confirm'],
    ['is it right', 'no', 'answer confirm'],
    ['is it right', 'not Grace, Helen', 'answer instead'],
    ['when to call him', '陈总明天', 'answer when'],
    ['when to meet her', 'friday', 'answer when'],
    ['how it went', '没接', 'answer outcome'],
    ['how it went', '约了明天三点', 'answer outcome'],
    ['how it went with her', 'she bought 500k', 'answer outcome'],
    ['till when', '他出差了', 'answer put'],
    ['till when for her', 'next monday', 'answer put'],
    ['which meeting', 'tomorrow', 'answer meeting'],
    ['which sale', '稳盈', 'answer choice'],
    ['why it was lost', '嫌收益低', 'answer reason'],
    ['his phone', '13900001234', 'answer fact'],
    ['her work', 'she is a dentist', 'answer fact'],
    ['when the brief comes', '七点半', 'answer choice'],
    ['how many a day', '12', 'answer choice'],
    ['what he needs', '他有50万闲钱', 'answer told'],
    ['how the approach went', '约了明天三点', 'answer told'],
    ['how she saw the value', 'she thinks the yield is too low', 'answer told'],
    ['a practised call', '李总没接', 'answer line'],
    ['which entry', '第二个', 'answer entry'],
  ])('%s: %s', (name, says, comes) => expect(inShort(commandsFor(says, asked(name)))).toEqual([comes]))

  it('and is no change of what was written, though it looks like one', () => {
    const question = ASKED['when to call him']
    expect(inShort(commandsFor('后天', aContext({ question, written: [APPOINTMENT] })))).toEqual([
      'answer when',
    ])
    expect(inShort(commandsFor('后天', aContext({ written: [APPOINTMENT] })))).toEqual(['amend 0'])
  })
})

describe('a whole wish goes past whatever question is open', () => {
  it.each([
    ['本周谁到期', 'wish maturity.list'],
    ['who matures this week?', 'wish maturity.list'],
    ['李总没接', 'wish contact.log'],
    ['刚打了李总,没接', 'wish contact.log'],
    ['called Helen, no answer', 'wish contact.log'],
    ['看看李总', 'wish customer.show'],
    ['show me Helen', 'wish customer.show'],
    ['李总上次聊了什么', 'wish customer.history'],
    ['when did I last talk to Helen', 'wish customer.history'],
    ['what suits Helen', 'wish product.match'],
    ['练习给陈姐打电话', 'wish practice.start'],
  ])('%s', (says, comes) => {
    const came = OUTSIDE_PRACTICE.map((name) => [name, ...inShort(commandsFor(says, asked(name)))])
    expect(came).toEqual(OUTSIDE_PRACTICE.map((name) => [name, comes]))
  })

  it.each([
    ['提醒我周五给李总打电话', 'wish task.add'],
    ['remind me to call Helen on friday', 'wish task.add'],
    ['约李总周五下午三点', 'wish appointment.add'],
    ['book Helen friday 3pm', 'wish appointment.add'],
  ])('%s, but for a question of which customer', (says, comes) => {
    const names = OUTSIDE_PRACTICE.filter((name) => ASKED[name].kind !== 'customer')
    const came = names.map((name) => [name, ...inShort(commandsFor(says, asked(name)))])
    expect(came).toEqual(names.map((name) => [name, comes]))
  })

  it.each(['本周谁到期', 'who matures this week?', 'show me Helen'])(
    'even out of a practised call, where it is surely asked: %s',
    (says) =>
      expect(inShort(commandsFor(says, asked('a practised call')))).toEqual([expect.stringMatching(/^wish/)]),
  )
})

describe('what is open', () => {
  const LEFT = OUTSIDE_PRACTICE.filter((name) => ASKED[name].kind !== 'put-off')
  // A no to an offer is its answer.
  const UNANSWERED = LEFT.filter((name) => ASKED[name].kind !== 'offer')

  it.each(['算了', '不用了', 'never mind', 'cancel', 'forget it'])('is left by %s', (says) =>
    expect(UNANSWERED.map((name) => [name, ...inShort(commandsFor(says, asked(name)))])).toEqual(
      UNANSWERED.map((name) => [name, 'cancel']),
    ),
  )

  it.each(['撤销', 'undo'])('is what %s means, but where nothing is unwritten', (says) => {
    const WRITTEN = ['step', 'offer']
    const comes = (name: AskedName) => (WRITTEN.includes(ASKED[name].kind) ? 'take-back last' : 'cancel')
    expect(LEFT.map((name) => [name, ...inShort(commandsFor(says, asked(name)))])).toEqual(
      LEFT.map((name) => [name, comes(name)]),
    )
  })

  it.each(['继续', 'go on', 'carry on'])('is gone on with by %s', (says) =>
    expect(OUTSIDE_PRACTICE.map((name) => inShort(commandsFor(says, asked(name))).join())).toEqual(
      OUTSIDE_PRACTICE.map(() => 'resume'),
    ),
  )

  it('is left for what is asked in the same breath', () => {
    expect(inShort(commandsFor('算了,看看李总', asked('is it right')))).toEqual([
      'cancel',
      'wish customer.show',
    ])
    expect(inShort(commandsFor('never mind, show me Helen', asked('is it right')))).toEqual([
      'cancel',
      'wish customer.show',
    ])
    expect(inShort(commandsFor('算了,看看李总'))).toEqual(['wish customer.show'])
  })

  it.each(['随便', 'whatever', 'hmm', '嗯'])('is not answered by %s, which asks for nothing', (says) =>
    expect(inShort(commandsFor(says, asked('when to call him')))).toEqual(['unclear']),
  )

  it.each(['继续', 'go on'])('is nothing where nothing is: %s', (says) =>
    expect(inShort(commandsFor(says))).not.toContain('resume'),
  )
})

describe('several wishes of one message', () => {
  it.each([
    ['看看陈总,然后提醒我周五给李总打电话', ['wish customer.show', 'wish task.add']],
    ['show me Grace and then remind me to call Helen on friday', ['wish customer.show', 'wish task.add']],
    ['本周谁到期?下周谁生日?', ['wish maturity.list', 'wish birthday.list']],
    ['刚打了陈总,没接,李总说再考虑', ['wish contact.log']],
    ['called Grace, no answer, Helen will think about it', ['wish contact.log']],
  ])('%s', (says, comes) => expect(inShort(commandsFor(says))).toEqual(comes))

  it('who is named in one is meant in the next', () => {
    const [, second] = commandsFor('看看陈总,然后提醒我周五给他打电话')
    expect(second).toMatchObject({ reading: { intent: 'task.add', slots: { customers: ['C1'] } } })
  })
})

describe('whom a message leaves out', () => {
  const readingOf = (says: string, over: Partial<Context>) => {
    const [command] = commandsFor(says, aContext(over))
    return command?.kind === 'wish' ? command.reading : undefined
  }

  it.each<readonly [string, Partial<Context>, readonly string[]]>([
    ['他的电话', { customer: 'C1' }, ['C1']],
    ['her phone', { customer: 'C4' }, ['C4']],
    ['第二个的电话', { list: { of: 'customers', ids: ['C1', 'C4'] } }, ['C4']],
    ['show me the second one', { list: { of: 'customers', ids: ['C1', 'C5'] } }, ['C5']],
    ['remind me to call them tomorrow', { group: ['C4', 'C5'] }, ['C4', 'C5']],
    ['提醒我明天给她打电话', { customer: 'C2' }, ['C2']],
  ])('%s', (says, over, customers) => expect(readingOf(says, over)?.slots.customers).toEqual(customers))

  it.each<readonly [string, Partial<Context>]>([
    ['她的电话', { group: ['C4', 'C5'] }],
    ['her phone', { customer: 'C1' }],
    ['第三个的电话', { list: { of: 'customers', ids: ['C1', 'C4'] } }],
  ])('is not guessed: %s', (says, over) => expect(readingOf(says, over)?.slots.customers ?? []).toEqual([]))

  it('is presumed where not even a word points there, so that nothing is written unasked', () =>
    expect(readingOf('没接', { customer: 'C1' })).toMatchObject({
      intent: 'contact.log',
      presumes: true,
      slots: { contacts: [{ customers: ['C1'], outcome: 'no-answer' }] },
    }))

  it.each([
    ['还有李总', 'C3'],
    ['Helen too', 'C5'],
  ])('%s is the same wish for one more', (says, id) => {
    const wish: Frame = {
      intent: 'task.add',
      text: '提醒我周五给陈总打电话',
      slots: { customers: ['C1'], when: { day: day('2026-11-27') } },
    }
    expect(readingOf(says, { wish, wroteLast: true, written: WRITTEN })).toMatchObject({
      intent: 'task.add',
      slots: { customers: [id], when: { day: '2026-11-27' } },
    })
  })

  it('how it went with one tells little of the other: that is presumed', () => {
    const wish: Frame = {
      intent: 'contact.log',
      text: '陈总没接',
      slots: { contacts: [{ customers: ['C1'], reached: false, outcome: 'no-answer' }] },
    }
    expect(readingOf('还有李总', { wish, wroteLast: true, written: WRITTEN })).toMatchObject({
      intent: 'contact.log',
      presumes: true,
      slots: { contacts: [{ customers: ['C3'], outcome: 'no-answer' }] },
    })
  })
})

describe('a reading that was offered for words that were not understood', () => {
  const offered = { text: '陈总那个事', intents: ['customer.show', 'customer.history'] as const }

  it.each(['1', '第一个', 'the first'])('%s chooses it', (says) =>
    expect(inShort(commandsFor(says, aContext({ offered })))).toEqual(['wish customer.show']),
  )

  it.each(['本周谁到期', '3'])('%s chooses none', (says) =>
    expect(inShort(commandsFor(says, aContext({ offered })))).not.toContain('wish customer.show'),
  )
})

describe('a fact that was asked for', () => {
  it.each(['8月15', '15 August 1980', '明天'])('a birthday that was asked for is parsed once: %s', (says) =>
    expect(interpreted(says, asked('his birthday')).parsed).toEqual([says]),
  )
})

describe('not yet as it should be', () => {
  it.each([
    ['till when', '算了'],
    ['till when for her', 'never mind'],
  ] as const)('putting off is left by a word as every question is — %s: %s', (name, says) =>
    expect(inShort(commandsFor(says, asked(name)))).toEqual(['cancel']),
  )

  it('a few letters that mean nothing leave no question', () =>
    expect(inShort(commandsFor('abc', asked('how many a day')))).not.toContain('cancel'))
})

describe('a whole wish about the same customer', () => {
  const CASES: readonly (readonly [AskedName, string])[] = [
    // Whoever is named, or a day, chooses a meeting, whatever is said of them: the meeting is then moved or called off.
    ['which meeting', '陈总没接'],
    ['which meeting', 'Grace did not pick up'],
    ['which meeting', '他上次聊了什么'],
    ['which meeting', '我明天休假'],
    // Whatever is said is the fact itself.
    ['his work', '刚打了他,没接'],
    ['his work', '他买了50万'],
    ['his work', '他的电话是13900005678'],
    ['her work', 'called her, no answer'],
    ['his work', '那下周呢'],
    // Whatever is said is the reason.
    ['why it was lost', '他买了50万'],
    ['why it was lost', '约了明天三点'],
    ['why hers was lost', 'her phone is 13900005678'],
    // A day in whatever wish puts off, and so does a courtesy.
    ['till when', '提醒我明天打给他'],
    ['till when', '我明天休假'],
    ['till when', '没接'],
    ['till when', '早上好'],
    ['till when', '帮助'],
    // Digits and a reminder are no outcome.
    ['how it went', '他的电话是13900005678'],
    ['how it went', '123456'],
    ['how it went', 'remind me to call her tomorrow'],
    // A day or a time in words about something else.
    ['when to call him', '我明天休假'],
    ['when to call him', '晨报改到八点'],
    ['when to call him', '他生日是8月15'],
    // A smile is no yes to what would be written.
    ['is it right', '😀'],
  ]

  it.each(CASES)('is no answer — %s: %s', (name, says) => {
    const customer = ['her work', 'why hers was lost', 'till when for her', 'how it went with her'].includes(
      name,
    )
      ? 'C4'
      : 'C1'
    const came = commandsFor(says, aContext({ question: ASKED[name], customer }))
    expect(came.map(({ kind }) => kind)).not.toContain('answer')
  })
})

it.each([
  '万一他又不买了呢',
  '要是陈总不接怎么办',
  '如果她嫌利率低呢',
  '他还没 buy',
  '陈总还没 sign',
  'what if he says no',
  'what if Grace did not pick up',
  'and what if she wants to think about it',
])('what has not happened is not reported: %s', (says) =>
  expect(inShort(commandsFor(says, aContext({ customer: 'C1' })))).not.toContain('wish contact.log'),
)

it.each(['陈总没接', '他不买了', 'Grace said no', '要是利率高他就买,他说再看看'])(
  'what has happened still is: %s',
  (says) => expect(inShort(commandsFor(says, aContext({ customer: 'C1' })))).toContain('wish contact.log'),
)
