import { describe, expect, it } from 'vitest'
import type { ToldField } from '../../../src/domain/customer/facts/completeness.js'
import { readFactAnswer } from '../../../src/language/answers/read-fact.js'
import { heardOf } from '../a-thread.js'

const told = (field: ToldField, says: string, customerId = 'C1') => {
  const answer = readFactAnswer({ field, customerId }, heardOf(says))
  return answer?.kind === 'fact' ? answer.stated.value : undefined
}

describe('what is asked for is told in whatever words', () => {
  it.each<readonly [ToldField, string, string]>([
    ['phone', '13900005678', '13900005678'],
    ['phone', '139-0000-5678', '13900005678'],
    ['phone', 'his number is 13900005678', '13900005678'],
    ['birthday', '8月15', '08-15'],
    ['birthday', '15 August 1980', '1980-08-15'],
    ['birthday', '他生日是8月15', '08-15'],
    ['occupation', '开餐馆的', '开餐馆的'],
    ['occupation', '他是开餐馆的。', '开餐馆的'],
    ['occupation', 'he runs a restaurant', 'runs a restaurant'],
    ['family', '两个女儿', '女儿'],
    ['family', 'two daughters', 'two daughters'],
    ['hobbies', '喜欢钓鱼', '钓鱼'],
    ['hobbies', 'he likes golf', 'golf'],
  ])('%s: %s', (field, says, value) => expect(told(field, says)).toBe(value))
})

describe('and what tells something else tells nothing of it', () => {
  it.each<readonly [ToldField, string]>([
    ['phone', '8月15'],
    ['phone', '不清楚'],
    ['phone', '李总的电话是13900005678'],
    ['birthday', '13900005678'],
    ['birthday', '没问'],
    ['occupation', '好'],
    ['occupation', '李总是牙医'],
    ['occupation', '本周谁到期'],
    ['occupation', 'who matures this week?'],
    ['occupation', '王小姐是牙医'],
    ['family', 'yes'],
    ['family', "don't know"],
    ['hobbies', '他喜欢什么?'],
    ['hobbies', 'Helen likes golf'],
  ])('%s: %s', (field, says) => expect(told(field, says)).toBeUndefined())

  it.each<readonly [ToldField, string]>([
    ['hobbies', '提醒我明天打给他'],
    ['hobbies', 'remind me to call him tomorrow'],
    ['family', '算了'],
    ['family', 'never mind'],
  ])('a wish, or leaving it — %s: %s', (field, says) => expect(told(field, says)).toBeUndefined())

  // Not yet: it is kept as the fact itself.
  it.each<readonly [ToldField, string]>([
    ['occupation', '刚打了他,没接'],
    ['occupation', '他没接'],
    ['family', 'called him, no answer'],
  ])('a report of how it went — %s: %s', (field, says) => expect(told(field, says)).toBeUndefined())
})
