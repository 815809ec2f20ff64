import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageFolders } from '../../../src/compose/places.js'
import { day } from '../../../src/domain/day.js'
import { loadLanguage } from '../../../src/language/load.js'
import { createUnderstanding } from '../../../src/language/understand.js'
import { readHeldOut } from '../../support/held-out.js'
import { toldLines } from '../../support/told-lines.js'

const TODAY = day('2026-11-23')
const understanding = createUnderstanding(loadLanguage(languageFolders()))
const people = understanding.people(readHeldOut()[0]?.book ?? [])

/** Read as what it is, and as the report it would be taken for. */
function read(text: string) {
  const asReport = understanding.read(text, people, TODAY, undefined, 'contact.log')
  return {
    intent: understanding.read(text, people, TODAY).intent,
    ...asReport.slots,
    is: asReport.nonEvents ?? [],
  }
}

const isNoContact = (text: string) => {
  const { intent, contacts } = read(text)
  return intent !== 'contact.log' && contacts?.length === 0
}

it.each(toldLines('own-none.txt'))('what did not happen is no contact: $text ($says)', ({ text }) =>
  expect(isNoContact(text)).toBe(true),
)

it('lines nobody tuned on of what did not happen are no contacts either', () => {
  const lines = toldLines('held-none.txt')
  const logged = lines.filter(({ text }) => understanding.read(text, people, TODAY).intent === 'contact.log')
  expect(logged.length / lines.length).toBeLessThanOrEqual(0.05)
})

it.each([
  ['打算周五上门看看丁工', 'planned', ['H11'], '2026-11-27'],
  ['明天上午打给姚总', 'planned', ['H03'], '2026-11-24'],
  ['planning to email Steve tomorrow', 'planned', ['H29'], '2026-11-24'],
  ['visit Steve next Monday', 'planned', ['H29'], '2026-11-30'],
])('a plan comes out with whom and when, to be offered as a reminder: %s', (text, is, customers, planned) =>
  expect(read(text).is).toMatchObject([{ is, customers, when: { day: planned } }]),
)

it.each([
  ['小李来过没有', 'asked'],
  ['要是石师傅回电话了就约他周三', 'conditional'],
  ['希望康局明天来续', 'wished'],
  ['估计潘博士不会续', 'guessed'],
  ['昨晚梦见苏律师买了500万', 'dreamt'],
  ['听说芳姐要把钱转走', 'hearsay'],
  ['让小张去给夏侯老师打电话', 'ordered'],
  ['老任还没打', 'undone'],
  ['did Steve renew', 'asked'],
  ['if Steve calls back book him for Friday', 'conditional'],
  ['hope Steve signs tomorrow', 'wished'],
  ['Nancy might move her money', 'guessed'],
  ['dreamt Mr Teo bought 10 million', 'dreamt'],
  ['apparently Mr Teo signed with OCBC', 'hearsay'],
  ['remember to text Nancy', 'ordered'],
  ["haven't called Mrs Jiang yet", 'undone'],
])('each is told as what it is: %s', (text, is) => expect(read(text).is[0]?.is).toBe(is))

it.each([
  ['刚打了钟总没接,明天再打', ['H01']],
  ['跟彭姐聊了,希望她明天来', ['H05']],
  ['苏律师说如果利率高就存', ['H09']],
  ['钟总续了,姚总可能也会续', ['H01']],
  ['called Wendy, hope she signs', ['H25']],
  ['rang Nancy, no answer, will try tomorrow', ['H27']],
  ['James says he will sign if the rate is 2', ['H24']],
  ['James renewed, Wendy might too', ['H24']],
])('what is told stays a contact beside what is not: %s', (text, customers) =>
  expect(read(text).contacts?.flatMap((contact) => contact.customers)).toEqual(customers),
)

describe('whoever it is and whatever he did', () => {
  const names = {
    zh: ['钟总', '彭姐', '苏文', '夏侯老师', '司徒明'],
    en: ['Wendy', 'James', 'Mr Teo', 'Nancy'],
  }
  const deeds = {
    zh: [
      '续了20万',
      '买了理财',
      '把钱转走了',
      '签了合同',
      '开了户',
      '把卡销了',
      '回电话了',
      '同意了',
      '搬去招行了',
    ],
    en: [
      ['renewed 200k', 'renew 200k'],
      ['bought the fund', 'buy the fund'],
      ['moved the money', 'move the money'],
      ['signed the form', 'sign the form'],
      ['closed the account', 'close the account'],
      ['called back', 'call back'],
    ],
  } as const
  const moods = {
    zh: [
      '要是*',
      '如果*',
      '希望*',
      '听说*',
      '估计*',
      '昨晚梦见*',
      '万一*',
      '据说*',
      '我猜*',
      '等*再说',
      '*吗',
      '*没有',
      '*的话就好了',
      '八成*',
    ],
    past: [
      'if *',
      'I dreamt *',
      'apparently *',
      'maybe *',
      'I heard *',
      'unless * we miss the target',
      'what if *',
      'imagine *',
    ],
    base: [
      'did # %',
      'did # %?',
      '# might %',
      'I think # will %',
      'will # %?',
      'I want # to %',
      'waiting for # to %',
    ],
  }
  const contacts = {
    zh: ['打给*', '给*打电话', '拜访*', '联系*', '去见*', '给*发微信', '回访*'],
    en: ['call *', 'ring *', 'visit *', 'email *', 'speak to *', 'follow up with *'],
  }
  const plans = {
    zh: [
      '该',
      '我得',
      '打算',
      '还没',
      '忘了',
      '记得',
      '明天',
      '下周三',
      '本来想',
      '等会儿',
      '帮我',
      '今天还要',
      '不用',
    ],
    en: [
      'need to',
      'I have to',
      'should',
      "I'll",
      'planning to',
      'forgot to',
      'please',
      "let's",
      "haven't had time to",
      'remind me to',
      'next week',
    ],
  }
  const oneOf = <T>(all: readonly T[]) => fc.constantFrom(...all)

  it('a condition, wish, guess, dream or question of what a customer did is no contact', () => {
    fc.assert(
      fc.property(oneOf(moods.zh), oneOf(names.zh), oneOf(deeds.zh), (mood, name, deed) =>
        isNoContact(mood.replace('*', name + deed)),
      ),
    )
    fc.assert(
      fc.property(oneOf(moods.past), oneOf(names.en), oneOf(deeds.en), (mood, name, [past]) =>
        isNoContact(mood.replace('*', `${name} ${past}`)),
      ),
    )
    fc.assert(
      fc.property(oneOf(moods.base), oneOf(names.en), oneOf(deeds.en), (mood, name, [, base]) =>
        isNoContact(mood.replace('#', name).replace('%', base)),
      ),
    )
  })

  it('a contact that is planned, ordered or not made yet is none', () => {
    fc.assert(
      fc.property(oneOf(plans.zh), oneOf(contacts.zh), oneOf(names.zh), (plan, contact, name) =>
        isNoContact(plan + contact.replace('*', name)),
      ),
    )
    fc.assert(
      fc.property(oneOf(plans.en), oneOf(contacts.en), oneOf(names.en), (plan, contact, name) =>
        isNoContact(`${plan} ${contact.replace('*', name)}`),
      ),
    )
  })

  it('the same deeds, told, are contacts', () => {
    fc.assert(
      fc.property(oneOf(names.zh), oneOf(deeds.zh), (name, deed) => read(name + deed).contacts?.length === 1),
    )
    fc.assert(
      fc.property(
        oneOf(names.en),
        oneOf(deeds.en),
        (name, [past]) => read(`${name} ${past}`).contacts?.length === 1,
      ),
    )
  })
})
