import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimRuleId } from '../../../src/domain/claims/claim-rules.js'
import { CLAIMS } from '../../support/playbook.js'

const rulesIn = (text: string): readonly ClaimRuleId[] => [
  ...new Set(CLAIMS(text).findings.map(({ rule }) => rule)),
]

interface Labelled {
  readonly text: string
  readonly locale: 'zh-CN' | 'en-US'
  readonly rules: readonly ClaimRuleId[]
}

const labelled = (name: string): readonly Labelled[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled) // our own file, written with these keys

function measured(lines: readonly Labelled[]) {
  const count = { line: { hit: 0, false: 0, missed: 0 }, rule: { hit: 0, false: 0, missed: 0 } }
  const wrong: string[] = []
  for (const { text, rules } of lines) {
    const found = rulesIn(text)
    if (found.length > 0 && rules.length > 0) count.line.hit++
    else if (found.length > 0) count.line.false++
    else if (rules.length > 0) count.line.missed++
    count.rule.hit += found.filter((rule) => rules.includes(rule)).length
    count.rule.false += found.filter((rule) => !rules.includes(rule)).length
    count.rule.missed += rules.filter((rule) => !found.includes(rule)).length
    if (found.length > 0 !== rules.length > 0)
      wrong.push(`${rules.join() || 'clean'} read as ${found.join() || 'clean'}: ${text}`)
  }
  const of = ({ hit, false: wrongly, missed }: { hit: number; false: number; missed: number }) => ({
    precision: Number((hit / (hit + wrongly)).toFixed(4)),
    recall: Number((hit / (hit + missed)).toFixed(4)),
  })
  return { lines: lines.length, line: of(count.line), rule: of(count.rule), wrong }
}

describe('measured on labelled lines, about half of them clean', () => {
  it.each([
    ['labelled.jsonl', 300, 'the set the rules were written with'],
    ['unseen.jsonl', 200, 'a set written afterwards, on which nothing was tuned'],
  ])('%s: precision and recall of at least 95 %% (at least %i lines, %s)', (name, atLeast) => {
    const lines = labelled(name)
    const { wrong, ...figures } = measured(lines)
    process.stdout.write(`${name} ${JSON.stringify(figures)}\n${wrong.map((one) => `  ${one}\n`).join('')}`)
    const clean = lines.filter(({ rules }) => rules.length === 0).length / lines.length
    expect(lines.length).toBeGreaterThanOrEqual(atLeast)
    expect(clean).toBeGreaterThan(0.4)
    expect(clean).toBeLessThan(0.6)
    for (const { precision, recall } of [figures.line, figures.rule]) {
      expect(precision).toBeGreaterThanOrEqual(0.95)
      expect(recall).toBeGreaterThanOrEqual(0.95)
    }
  })
})

const SAID_ZH = [
  '保本',
  '保证收益',
  '稳赚不赔',
  '零风险',
  '跟存款一样安全',
  '绝对不会亏',
  '保底3%',
  '预期收益率4%',
  '等于存款',
]
const SAID_EN = [
  'guaranteed returns',
  'risk-free',
  'principal guaranteed',
  'as safe as a deposit',
  'an expected yield of 4%',
]

describe('the same words denied, asked, reported and warned of are no claim', () => {
  it.each([
    '我们不能说X',
    '不要跟客户说X',
    '不得使用“X”这种说法',
    '没有任何产品能X',
    '我们从不承诺X',
    '客户问是不是X',
    '客户问：X吗',
    '请问这个X吗？',
    '客户说别家的X',
    '凡是宣传X的都是骗局',
    '警惕X的宣传',
    '谁也不敢说X',
    '严禁宣传X',
    '怎么可能X？',
    'X是不可能的',
  ])('%s', (frame) => {
    expect(SAID_ZH.filter((said) => rulesIn(frame.replace('X', said)).length > 0)).toEqual([])
  })

  it.each([
    'We must not say X.',
    'Do not tell clients X.',
    'There is no product with X.',
    'The client asked about X.',
    'Beware of anyone offering X.',
    'Nobody can promise X.',
    'It is not X.',
    'Never use the words "X".',
    'Is it X?',
  ])('%s', (frame) => {
    expect(SAID_EN.filter((said) => rulesIn(frame.replace('X', said)).length > 0)).toEqual([])
  })
})

describe('and are one where they are said', () => {
  it.each([
    'X',
    '您放心，X',
    '告诉客户X',
    '客户问起来就说X',
    '虽然合同没写，但X',
    '手续不复杂，X',
    '不但X，还很灵活',
    '不是我吹，X',
    '没有手续费，X',
    '别担心，X',
  ])('%s', (frame) => {
    expect(SAID_ZH.filter((said) => rulesIn(frame.replace('X', said)).length === 0)).toEqual([])
  })

  it.each([
    'X',
    'It is X.',
    'Tell the client X.',
    "Don't worry, X.",
    "It isn't complicated, X.",
    'No fees and X.',
  ])('%s', (frame) => {
    expect(SAID_EN.filter((said) => rulesIn(frame.replace('X', said)).length === 0)).toEqual([])
  })
})

describe('how far a denial reaches', () => {
  it.each([
    ['不保本', []],
    ['不保本不保收益', []],
    ['不保本、不保收益', []],
    ['不承诺保本、保收益', []],
    ['不保本但绝对不会亏', ['promise']],
    ['不是不保本', ['promise']],
    ['不仅保本，还保收益', ['promise']],
    ['保不保本', []],
    ['保本吗？不保本', []],
    ['保本吗？是的', ['promise']],
    ['not guaranteed', []],
    ['not only guaranteed', ['promise']],
    ['not guaranteed, but you cannot lose', ['promise']],
  ] as const)('%s', (text, rules) => {
    expect(rulesIn(text)).toEqual(rules)
  })
})

describe('a hidden word is the word', () => {
  it.each([
    ['spaces', '这款 保 本 理财'],
    ['stars', '保*本*型'],
    ['dots', '保...本'],
    ['a zero-width joiner', '保\u200d本'],
    ['an emoji', '保💰本'],
    ['a list of single characters', '保、本、保、息'],
    ['full width letters', 'ｂａｏｂｅｎ型'],
    ['pinyin', 'bao ben 的'],
    ['pinyin with tones', 'bǎo běn 的'],
    ['half pinyin', '保ben'],
    ['an initial', 'b本的'],
    ['a homophone', '宝本理财'],
    ['a look-alike', '保夲'],
    ['a character taken apart', '亻呆本'],
    ['traditional characters', '保證收益，穩賺不賠'],
    ['a radical', '零⻛险'],
    ['a digit for a word', '0风险'],
    ['spaced letters', 'g u a r a n t e e d return'],
    ['a star for a letter', 'guar*nteed return'],
    ['digits for letters', 'r1sk-fr33'],
    ['Cyrillic letters', 'guаrаnteed return'],
    ['a misspelling', 'garanteed return'],
  ])('%s: %s', (_, text) => {
    expect(rulesIn(text)).toEqual(['promise'])
  })

  it.each([
    '支付宝本月账单',
    '请带社保本和身份证',
    '环保本来就是主业',
    '面包本来就松软',
    '报本人姓名',
    '平稳转型',
  ])('but %s hides nothing', (text) => {
    expect(rulesIn(text)).toEqual([])
  })
})

describe('what a deposit may say of itself', () => {
  it.each([
    '定期存款本金和利息受存款保险保障',
    '一年期定期利率1.10%，到期利息1.1万元',
    '国债持有到期还本付息',
    'Your deposit is insured and its principal protected up to 500,000.',
    'The one-year deposit pays 1.10%.',
  ])('%s', (text) => {
    expect(rulesIn(text)).toEqual([])
  })

  it.each(['理财跟存款一样，本金有保障', 'The fund is protected by deposit insurance.'])(
    'a product may not: %s',
    (text) => {
      expect(rulesIn(text)).not.toEqual([])
    },
  )
})

describe('a finding', () => {
  it('shows the words as they were written, and where', () => {
    const text = '陈总，这款 保 * 本 ，您放心'
    const [finding] = CLAIMS(text).findings
    expect(finding).toMatchObject({ rule: 'promise', quote: '保 * 本' })
    expect(text.slice(finding!.span.start, finding!.span.end)).toBe('保 * 本')
  })

  it('is explained in the language asked for, whatever the language of the text', () => {
    const [english] = CLAIMS('这款保本', 'en-US').findings
    expect(english!.title).toBe('No promise of principal or return')
    const [chinese] = CLAIMS('It is risk-free.', 'zh-CN').findings
    expect(chinese!.title).toBe('不得承诺本金或收益')
  })

  it('is one for words that break a rule twice over, and each rule has its own', () => {
    expect(CLAIMS('保本保息，稳赚不赔').findings.map(({ quote }) => quote)).toEqual(['保本保息', '稳赚不赔'])
    expect(rulesIn('预期收益4%，保本，买就送大米，赶紧')).toEqual(['benchmark', 'promise', 'gift', 'haste'])
  })

  it('offers a wording that breaks no rule', () => {
    for (const text of [
      '保本',
      '保证收益4%',
      '预期收益4%',
      '跟存款一样安全',
      '买就送大米',
      '最后一天，赶紧买',
    ]) {
      for (const locale of ['zh-CN', 'en-US'] as const) {
        for (const { allowed, why } of CLAIMS(text, locale).findings) {
          expect(why).not.toBe('')
          expect(CLAIMS(allowed).findings).toEqual([])
        }
      }
    }
  })
})

it('spans lie within the text and quote it, for any text', () => {
  const piece = fc.constantFrom(
    '保',
    '本',
    ' ',
    '*',
    '不',
    '稳赚',
    'guaranteed',
    ' return',
    '，',
    '？',
    '💰',
    'ａ',
    '\u200b',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 20 }),
      (pieces) => {
        const text = pieces.join('')
        for (const { span, quote } of CLAIMS(text).findings) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(text.slice(span.start, span.end)).toBe(quote)
        }
      },
    ),
    { numRuns: 300 },
  )
})
