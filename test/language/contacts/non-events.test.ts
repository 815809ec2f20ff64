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

describe('what the manager means to do next', () => {
  const meant = (text: string) =>
    (read(text).contacts ?? []).map(({ when, meantNext }) => ({ when, meantNext }))

  it.each([
    ['刚打了钟总没接,明天再打', { day: '2026-11-24' }],
    ['钟总没接,明天下午三点再打', { day: '2026-11-24', time: '15:00' }],
    ['打给姚总没人接周四再试', { day: '2026-11-26' }],
    ['姚总关机,下周一我再拨', { day: '2026-11-30' }],
    ['钟总没接电话,后天上午十点接着打', { day: '2026-11-25', time: '10:00' }],
    ['钟总占线,明天再联系他', { day: '2026-11-24' }],
    ['微信发给姚总没回,周五再催', { day: '2026-11-27' }],
    ['钟总没接,下周再跟进', { day: '2026-11-30' }],
    ['彭姐还在考虑,周五我再问问', { day: '2026-11-27' }],
    ['跟钟总聊了理财,他说挺好,下周二跟进', { day: '2026-12-01' }],
    ['彭姐没接,明天去她店里', { day: '2026-11-24' }],
    ['彭姐电话打不通,周四我上门看看', { day: '2026-11-26' }],
    ['no answer from Nancy, will drop by Friday', { day: '2026-11-27' }],
    ['苏律师没接,打算明天上门', { day: '2026-11-24' }],
    ['called Nancy, no answer, will try again tomorrow 3pm', { day: '2026-11-24', time: '15:00' }],
    ['rang Nancy no answer, try again Thursday', { day: '2026-11-26' }],
    ['Nancy voicemail. retry tmr 10am', { day: '2026-11-24', time: '10:00' }],
    ['no answer from Steve, calling again on Friday', { day: '2026-11-27' }],
    ["Steve didn't pick up so I'll ring him Wednesday", { day: '2026-11-25' }],
    ['tried Steve, engaged, going to try next Monday', { day: '2026-11-30' }],
    ['spoke to Nancy, thinking about it, I will follow up on Friday', { day: '2026-11-27' }],
    ['texted Nancy no reply, chase her Thursday', { day: '2026-11-26' }],
  ])('is kept apart from what was agreed: %s', (text, meantNext) =>
    expect(meant(text)).toEqual([{ when: undefined, meantNext }]),
  )

  it.each([
    '钟总没接,昨天也没接',
    '钟总没接,明天不打了',
    '钟总没接,改天再打',
    '钟总没接,他太太说他明天打过来',
    '彭姐说她周五去上海',
    '彭姐说周五发工资再看',
    '钟总说明天到期的不续了',
    '彭姐聊了保险,她女儿周六结婚',
    '钟总嫌利率低,下周二到期',
    'Nancy no answer, rang yesterday too',
    'Nancy no answer, will try again some time',
    "no answer from Steve, he'll be in Boston on Friday",
    'Steve says his bond matures Friday, not interested',
    'spoke to Nancy, her son is getting married on Saturday',
    "Steve no answer, don't call on Friday",
  ])('is nothing where no day is meant by the manager: %s', (text) =>
    expect(meant(text).map(({ meantNext }) => meantNext)).toEqual([undefined]),
  )

  it.each([
    ['彭姐没接,回微信说周四上午来', 'appointment'],
    ['彭姐没接,后来回电约了周四三点', 'appointment'],
    ['Nancy no answer, then she texted she will come Friday 10am', 'appointment'],
  ])('is no agreement, and what was agreed stays one: %s', (text, outcome) =>
    expect(read(text).contacts?.map((contact) => contact.outcome)).toEqual([outcome]),
  )

  it('is told of each who was not reached', () =>
    expect(meant('钟总没接,明天再打。彭姐也没接,周四再打')).toEqual([
      { when: undefined, meantNext: { day: '2026-11-24' } },
      { when: undefined, meantNext: { day: '2026-11-26' } },
    ]))
})
