import { describe, expect, it } from 'vitest'
import { loadRequests } from '../../src/config/requests.js'
import { loadTopics } from '../../src/config/topics.js'
import { createRequestReader } from '../../src/language/requests.js'
import { createTopicReader } from '../../src/language/topics.js'

const reader = createRequestReader(
  loadRequests('data/language/requests.json'),
  createTopicReader(loadTopics('data/language/topics.json')),
)

describe('a call to practise', () => {
  it.each([
    ['练一练:收益低的异议', 'objection/yield'],
    ['我想练练第一次打电话', 'first-call/new'],
    ['陪我练一下客户怕亏', 'objection/risk'],
    ['模拟一下客户说别家利率高', 'objection/competitor'],
    ['来,练习一下金卡开场', 'first-call/vip-without-card'],
    ['practise: yield objection', 'objection/yield'],
    ['let me practise a first call', 'first-call/new'],
    ['I want to practice handling "I have to ask my wife"', 'objection/authority'],
    ['can we role-play a customer who needs the money', 'objection/liquidity'],
  ])('%s', (text, topic) => {
    const [kind, situation] = topic.split('/')
    expect(reader.request(text)).toEqual({ kind: 'practice', topic: { kind, situation } })
  })

  it.each(['练一练', 'practise', 'let me practise'])('%s: which one is to be asked', (text) => {
    expect(reader.request(text)).toEqual({ kind: 'practice' })
  })

  it.each([
    '王姐喜欢练瑜伽',
    'Practice manager Tom called back',
    '刚打了陈总,他要练车没空',
    'Grace has a law practice',
  ])('%s: none', (text) => expect(reader.request(text)).toBeUndefined())

  it.each([
    ['结束', 'over'],
    ['点评一下', 'over'],
    ["I'm done", 'over'],
    ['算了', 'off'],
    ['Cancel.', 'off'],
    ['好的,那周三见,再见', 'goodbye'],
    ['这笔钱算了利息您看看', undefined],
    ['It will be done by Friday', undefined],
  ])('%s ends it: %s', (text, end) => expect(reader.practiceEnd(text)).toBe(end))
})

describe('a text to be checked', () => {
  it.each([
    ['帮我看看这句能不能发:这款保本', '这款保本'],
    ['看看这条微信:您的理财周三到期。', '您的理财周三到期。'],
    ['这句能发吗:稳赚不赔', '稳赚不赔'],
    ['能不能这么说:收益比存款高', '收益比存款高'],
    ['帮我检查一下话术“年化一定有4%”', '年化一定有4%'],
    ['我想发给客户:最后一天,赶紧买', '最后一天,赶紧买'],
    ['“这款和存款一样安全”这样说行吗?', '这款和存款一样安全'],
    ['这款保本保息,这句话可以发吗', '这款保本保息'],
    ['can I send this: guaranteed 4%', 'guaranteed 4%'],
    ['Can I say to her: "it is as safe as a deposit"', 'it is as safe as a deposit'],
    ['please check this message: it matures on Wed: shall we talk?', 'it matures on Wed: shall we talk?'],
    ['is this ok to send: buy today or lose out', 'buy today or lose out'],
    ['The return is certain. Can I send that?', 'The return is certain'],
    ['帮我看看这句能不能发', ''],
    ['帮我看看:这款产品保本', '这款产品保本'],
    ['麻烦帮我看一下:到期以后可以续存', '到期以后可以续存'],
    ['这句能发吗 到期了可以续', '到期了可以续'],
    ['能不能这样发 这款保证收益5个点', '这款保证收益5个点'],
    ['can I send this it will never lose money', 'it will never lose money'],
    ['could I say you cannot lose with this one', 'you cannot lose with this one'],
  ])('%s', (text, draft) => expect(reader.request(text)).toEqual({ kind: 'check', draft }))

  it.each([
    '帮我看看:陈总上次聊了啥',
    '帮我看看:本周谁到期',
    'can I send this to Grace',
    'look: who matures?',
  ])('asks for something else: %s', (text) => expect(reader.request(text)).toBeUndefined())

  it.each([
    '看看陈总的资料',
    '帮我看看本周谁到期',
    'check who matures this week',
    'can I see my pipeline',
    'message from Grace: she will come on Friday',
    '给陈总发了条微信,他没回',
    '刚打了陈总:下周三来续存100万',
    '提醒我周五给李总发利率表',
    'texted Grace: no reply',
    'called David: he asked if he can send the papers',
  ])('%s: none', (text) => expect(reader.request(text)).toBeUndefined())
})
