import { describe, expect, it } from 'vitest'
import { fill } from '../../../src/domain/playbook/line.js'
import { type CallLine, callReview } from '../../../src/domain/playbook/review-call.js'
import { CLAIMS, PLAYBOOKS } from '../../support/playbook.js'

const review = {
  'zh-CN': callReview(PLAYBOOKS['zh-CN'].reviewSheet, 'zh-CN', CLAIMS),
  'en-US': callReview(PLAYBOOKS['en-US'].reviewSheet, 'en-US', CLAIMS),
}
const call = (...lines: readonly string[]): readonly CallLine[] =>
  lines.map((line) => ({
    who: line.startsWith('>') ? 'customer' : 'manager',
    text: line.replace(/^> ?/, ''),
  }))

const GOOD_ZH = call(
  '陈总您好，我是城东支行的周敏，现在说话方便吗？',
  '> 方便，我刚送完孩子，这会儿走在回家的路上，不着急，你慢慢说吧，正好我也想问问这笔钱的事。',
  '您的100万定期周三到期，打给您是想让这笔钱当天就有去处，您打算什么时候用？',
  '> 明年三月可能要付一笔房款，大概六十万，剩下的暂时没想好，家里也在商量，孩子明年还要上学。',
  '那要用的部分不动，剩下的当面给您看，周三上午还是周四下午方便？',
  '> 周三上午吧，十点左右我过去，顺便把卡也带上，有点别的事要办，上次说的对账单也想看看，还有我爱人那张卡的手机号换了，一起改掉，省得再跑一趟，她那边也有一笔快到期了，到时候一块儿说。',
  '好，周三上午十点我在网点等您，谢谢陈总，您先忙。',
)
const GOOD_EN = call(
  'Good morning, Mr Chen. This is Zhou Min from the East branch. Is this a good moment?',
  '> Yes, go ahead, I have just dropped the children off and I was going to ring you about that money anyway.',
  "I'm calling because your deposit of RMB 1,000,000 matures on Wednesday, so that you have it placed the same day. When will you need the money?",
  "> In March perhaps. We are buying a flat, and about six hundred thousand goes there. The rest we haven't decided, my wife and I are still talking about it.",
  'Then we leave that part alone. Would Wednesday morning or Thursday afternoon suit you?',
  "> Wednesday at ten is fine, and I'd like to go over last month's statement as well while I am there, there was one entry I did not understand, and my wife's card still has her old number on it, so perhaps we can change that too. She has a deposit coming due in January as well, which she would like to talk about.",
  "So it's Wednesday at ten; I'll have the statement ready. Thank you, Mr Chen.",
)

describe('a call as the sheet wants it', () => {
  it.each([
    ['zh-CN', GOOD_ZH],
    ['en-US', GOOD_EN],
  ] as const)('has full marks (%s)', (locale, lines) => {
    const { total, scores, findings, next } = review[locale](lines)
    expect(scores.filter(({ score }) => score < 1)).toEqual([])
    expect({ total, findings, next }).toEqual({ total: 100, findings: [], next: undefined })
  })
})

describe('what is missing is found', () => {
  const without = (index: number, instead: string) =>
    GOOD_ZH.map((line, i) => (i === index ? { ...line, text: instead } : line))
  it.each([
    ['no introduction', 0, '在吗', 'opening'],
    ['"when are you free?"', 4, '那要用的部分不动，剩下的当面给您看，您什么时候有空？', 'two-times'],
    ['hung up without thanks or day', 6, '行', 'close'],
    [
      'no question but yes or no',
      2,
      '您的100万定期周三到期，打给您是想让这笔钱当天就有去处，您买不买？',
      'question',
    ],
    ['no reason for the call', 2, '您明年有打算吗？', 'purpose'],
  ])('%s', (_, at, instead, criterion) => {
    const score = review['zh-CN'](without(at, instead)).scores.find(({ id }) => id === criterion)!
    expect(score.score).toBeLessThan(1)
    expect(score.tip).toBeDefined()
  })

  it('a promise costs compliance and half of all the rest', () => {
    const { total, scores, findings } = review['zh-CN'](
      without(4, '这款保本，稳赚不赔，周三上午还是周四下午方便？'),
    )
    expect(scores.find(({ id }) => id === 'compliance')).toMatchObject({ score: 0, points: 0 })
    expect(findings.map(({ rule }) => rule)).toContain('promise')
    expect(total).toBeLessThanOrEqual(45)
  })

  it('talking all the time is not listening', () => {
    const lecture = call(`${'这个产品的特点是期限固定、投资债券、每季公布净值。'.repeat(6)}`, '> 哦')
    expect(review['zh-CN'](lecture).scores.find(({ id }) => id === 'listening')!.score).toBe(0)
    const alone = call('陈总您好')
    expect(review['zh-CN'](alone).scores.find(({ id }) => id === 'listening')!.score).toBe(1)
  })

  it('nothing said scores nothing, and one thing is named to work on', () => {
    expect(review['zh-CN']([])).toMatchObject({ total: 0, next: 'benefit' })
    expect(review['en-US'](call('> Hello?'))).toMatchObject({ total: 0 })
  })
})

it('the manager’s own words are shown where a sign was heard', () => {
  const { scores } = review['zh-CN'](GOOD_ZH)
  expect(scores.find(({ id }) => id === 'two-times')!.heard).toContain('周三上午还是周四下午')
})

describe('the sheet knows the bank’s own words', () => {
  const values = {
    'zh-CN': {
      title: '陈总',
      managerName: '周敏',
      branch: '城东支行',
      product: '一年期整存整取',
      amount: '100万元',
      day: '11月25日周三',
      term: '115天',
      interest: '1.1万元',
      newProduct: '稳盈115天',
      minimum: '1万元',
      risk: 'R2',
      saleFrom: '11月24日周二',
      slotA: '今天下午3点',
      slotB: '明天上午10点',
    },
    'en-US': {
      title: 'Mr Chen',
      managerName: 'Zhou Min',
      branch: 'the East branch',
      product: 'one-year deposit',
      amount: 'RMB 1,000,000',
      day: 'Wed 25 Nov',
      term: '115 days',
      interest: 'RMB 11,000',
      newProduct: 'Steady 115',
      minimum: 'RMB 10,000',
      risk: 'R2',
      saleFrom: 'Tue 24 Nov',
      slotA: 'today at 3 pm',
      slotB: 'tomorrow at 10 am',
    },
  } as const
  const cases = (['zh-CN', 'en-US'] as const).flatMap((locale) =>
    PLAYBOOKS[locale].lines
      .filter(({ kind }) => kind === 'pitch')
      .map(({ id, text }) => [locale, id, text] as const),
  )

  it.each(cases)('%s %s says who calls, why, and what the customer has of it', (locale, id, text) => {
    const { scores } = review[locale](call(fill(text, values[locale])))
    const points = (criterion: string) => scores.find((one) => one.id === criterion)!.score
    expect(points('purpose')).toBe(1)
    expect(points('question') + points('two-times')).toBeGreaterThanOrEqual(0.5)
    expect(points('benefit')).toBeGreaterThanOrEqual(0.5)
    expect(points('compliance')).toBe(1)
    if (!/familiar/.test(String(PLAYBOOKS[locale].lines.find((one) => one.id === id)!.familiarity)))
      expect(points('opening')).toBeGreaterThanOrEqual(2 / 3)
  })

  it.each(
    (['zh-CN', 'en-US'] as const).flatMap((locale) =>
      PLAYBOOKS[locale].lines
        .filter(({ kind, text }) => kind === 'invitation' && text.includes('{slotB}'))
        .map(({ id, text }) => [locale, id, text] as const),
    ),
  )('%s %s offers two times', (locale, _, text) => {
    const { scores } = review[locale](call(fill(text, values[locale])))
    expect(scores.find((one) => one.id === 'two-times')!.score).toBe(1)
  })
})
