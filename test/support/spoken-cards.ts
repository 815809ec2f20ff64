import type { Locale } from '../../src/domain/manager/manager.js'
import type { Reply } from '../../src/ports/reply.js'
import { startChat } from './chat.js'
import { book, briefOf, SAMPLE_DAY, sample } from './every-card.js'

/** What is said, in the order of a day, and the name of the card that answers; a press where one is needed. */
const SAID = [
  ['settings', '设置', 'settings'],
  ['setting changed', '晨报改到八点', 'brief at 8'],
  ['stand-in', '让王志远替我看到下周五', 'let Kevin cover for me until next Friday'],
  ['why', '为什么今天要联系{listed}', 'why is {listed} on my list'],
  ['why not', '为什么{quiet}不在名单上', 'why is {quiet} not on my list'],
  ['movements', '这个月的大额异动', 'large movements this month'],
  ['celebrations', '这个月谁过生日', 'birthdays this month'],
  ['agreements', '我答应了客户什么', 'what have I promised'],
  ['appointments', '这周约了谁', 'appointments this week'],
  ['leaving', '哪些客户可能流失', 'who may be leaving'],
  ['products', '现在有哪些产品', 'which products are on sale'],
  ['product match', '{product}适合谁', 'who fits {product}'],
  ['found', '做企业主的客户有哪些', 'which customers are business owners'],
  ['arranged', '约{listed}下周三上午十点见面', 'book {listed} next Wednesday 10am'],
  ['put off', '{other}推到下周四', 'snooze {other} to next Thursday'],
  ['fact', '{listed}爱好是钓鱼', "{listed}'s hobby is fishing"],
  ['script', '到期怎么开口', 'how do I open a call about a maturity'],
  ['objection', '客户说收益太低怎么办', 'the client says the yield is too low'],
  ['sales step', '开始跟{other}谈理财', 'start the sales process with {other}'],
  ['pipeline', '商机漏斗', 'my pipeline'],
] as const

/** The cards that answer a manager's words, each as the real conversation gives it over the invented branch. */
export async function spokenCards(locale: Locale): Promise<readonly (readonly [string, Reply])[]> {
  const chat = await startChat({
    customers: book.customers,
    products: sample.products,
    now: `${SAMPLE_DAY} 09:00`,
    locale,
    colleagues: ['王志远', 'Kevin Lin'],
  })
  const listed = new Set(briefOf().items.map(({ customerId }) => customerId))
  const quiet = book.customers.find(({ id, aumFen = 0 }) => aumFen >= 50_000_000 && !listed.has(id))!.name
  const named = (of: number) => book.customers.filter(({ aumFen = 0 }) => aumFen >= 50_000_000)[of]!.name
  const names = { listed: named(0), other: named(1), quiet, product: sample.products[0]!.name }
  const cards: (readonly [string, Reply])[] = []
  for (const [name, zh, en] of SAID) {
    const said = locale === 'zh-CN' ? zh : en
    await chat.says(said.replace(/\{(\w+)\}/g, (_, key: keyof typeof names) => names[key]))
    const reply = chat.replies.at(-1)
    if (reply?.card !== undefined) cards.push([name, reply])
    else throw new Error(`no card answers “${name}”: ${reply?.text}`)
    await chat.says(locale === 'zh-CN' ? '算了' : 'cancel')
  }
  await chat.stop()
  return cards
}
