import { describe, expect, it } from 'vitest'
import { loadTopics } from '../../src/config/topics.js'
import { createTopicReader } from '../../src/language/topics.js'

const reader = createTopicReader(loadTopics('data/language/topics.json'))
const topicOf = (text: string) => {
  const topic = reader.topic(text)
  return topic && `${topic.kind}/${topic.situation}`
}

describe('which words are asked for', () => {
  it.each([
    ['第一次给客户打电话怎么说', 'first-call/new'],
    ['script for a first call', 'first-call/new'],
    ['到期提醒怎么开口', 'occasion/maturity'],
    ['how do I open a call about a maturing deposit', 'occasion/maturity'],
    ['怎么约客户来网点', 'invitation/branch'],
    ['生日祝福怎么写', 'greeting/birthday'],
    ['中秋祝福短信', 'greeting/mid-autumn'],
    ['voicemail script', 'voicemail/general'],
    ['天冷了问候客户怎么说', 'pretext/care'],
    ['客户要走怎么挽留', 'occasion/money-out'],
    ['怎么请客户转介绍', 'referral/after-sale'],
    ['话术', undefined],
  ])('%s: %s', (text, topic) => expect(topicOf(text)).toBe(topic))
})

describe('which objection is meant', () => {
  it.each([
    ['客户说收益太低怎么办', 'yield'],
    ['customer says the rate is too low', 'yield'],
    ['他说招行利率高 我怎么说', 'competitor'],
    ['客户怕亏', 'risk'],
    ['客户说期限太长不肯买', 'liquidity'],
    ['客户说没时间怎么办', 'timing'],
    ['客户说要跟老公商量', 'authority'],
    ['what do I tell someone who must ask the wife first', 'authority'],
    ['客户说被骗过', 'trust'],
    ['she says she is not interested', 'need'],
    ['今天天气不错', undefined],
  ])('%s: %s', (text, objection) => expect(reader.objection(text)).toBe(objection))

  it.each([
    ['客户又说收益低', true],
    ['he still thinks the rate is low', true],
    ['客户嫌利率低', false],
  ])('%s: repeated %s', (text, repeated) => expect(reader.isRepeated(text)).toBe(repeated))
})
