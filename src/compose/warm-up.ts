import { dayIn } from '../domain/day.js'
import { breathe } from '../ports/breathe.js'
import type { Daybook } from './daybook.js'

/** One of each kind of sentence, in both languages: reading them has the patterns of the language compiled. */
const SENTENCES = [
  '本周谁到期',
  'who matures this week',
  '刚打了陈总没接,下周三上午来续存100万',
  'called Grace, she will come Friday 10am to roll over 300k',
  '手机换成13900001111,喜欢喝茶',
  'her birthday is May 5, not lunar',
  '不是陈总是李总',
  'that was Grace, not Helen',
  '做餐饮的50万以上客户有哪些',
  'customers above 2m who are retired',
]

/** Reads the language and has it ready before the first message. */
export async function warmUp({ words, config, world }: Daybook): Promise<void> {
  const { understanding } = words
  await breathe()
  const nobody = understanding.people([])
  const today = dayIn(config.timeZone, world.clock.now())
  for (const sentence of SENTENCES) {
    understanding.read(sentence, nobody, today)
    await breathe()
  }
}
