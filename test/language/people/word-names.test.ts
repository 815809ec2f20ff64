import { describe, expect, it } from 'vitest'
import { bookOf, mentionsIn } from '../../support/names.js'

const days = bookOf([
  '梁明天',
  '李新春',
  '王清明',
  '刘五一',
  '庄云天',
  '清明',
  '端午',
  '周一',
  '元旦',
  '中秋',
])

describe('a day word is a day where a day stands', () => {
  it.each([
    '明天谁到期',
    '清明前谁到期',
    '明天上午十点开会',
    '约了明天下午三点',
    '联系明天到期的客户',
    '给明天到期的客户打电话',
    '周一再说',
    '下周一谁生日',
    '五一前要办完',
    '元旦放假',
    '端午节有什么活动',
    '中秋后联系',
    '明天',
    '改到周一',
    'btw 明天 anyone birthday?',
  ])('"%s" names nobody', (says) => {
    expect(mentionsIn(says, days)).toBe('')
  })
  it.each([
    ['明天的名单', ''],
    ['约了庄云天明天上午十点', '庄云天=N5'],
    ['提醒我明天给庄云天打电话', '庄云天=N5'],
    ['刚打了庄云天,他说清明过后来存一百万', '庄云天=N5'],
  ])('"%s" names "%s"', (says, mentions) => {
    expect(mentionsIn(says, days)).toBe(mentions)
  })
})

describe('a name wins with its surname, a title, after a verb of contact, or where no day fits', () => {
  it.each([
    ['梁明天没接', '梁明天=N1'],
    ['刚打了李新春', '李新春=N2'],
    ['王清明的资料', '王清明=N3'],
    ['刘五一说考虑', '刘五一=N4'],
    ['明天先生没接', '明天先生=N1'],
    ['打给明天没接', '明天=N1'],
    ['给明天打电话', '明天=N1'],
    ['清明没接电话', '清明=N6'],
    ['打给端午,他说考虑', '端午=N7'],
    ['周一没接', '周一=N8'],
    ['called 元旦, no answer', '元旦=N9'],
    ['看看中秋的资料', '中秋=N10'],
    ['called Liang Mingtian, no answer', 'Liang Mingtian=N1'],
  ])('"%s" names "%s"', (says, mentions) => {
    expect(mentionsIn(says, days)).toBe(mentions)
  })
})

const talk = bookOf(['算了', '撤销', '好的', '没事'])

describe('a word of conversation wins over a customer of that name', () => {
  it.each([
    '算了',
    '撤销',
    '好的',
    '没事',
    '撤销刚才那条',
    '好的,就这样',
    '算了 不记了',
    '没事了',
    '那算了吧',
  ])('"%s" names nobody', (says) => {
    expect(mentionsIn(says, talk)).toBe('')
  })
  it.each([
    ['打给算了没接', '算了=N1'],
    ['联系了撤销,他说考虑', '撤销=N2'],
    ['好的先生没接', '好的先生=N3'],
    ['看看没事的资料', '没事=N4'],
    ['called 算了, no answer', '算了=N1'],
  ])('"%s" names "%s"', (says, mentions) => {
    expect(mentionsIn(says, talk)).toBe(mentions)
  })
})

const english = bookOf([
  'Will Harper',
  'May Tan',
  'Grace Liu',
  'Hope Adler',
  'Mark Lim',
  'Bill Ng',
  'Rich Owens',
  'Penny Yeo',
  'Faith Moss',
  'April Koh',
])

describe('an English word is a word where a word stands', () => {
  it.each([
    'she will come on Friday',
    'Will he come tomorrow?',
    'may I see the list',
    'who has birthdays in May',
    'mark it as done',
    'Mark my words, she signs',
    'hope she signs tomorrow',
    'Hope so',
    'pay the bill',
    'in the grace period',
    'rich clients over 2m',
    'bill is due on Friday',
    'since April',
    'April 3',
    'in good faith',
    'penny stocks',
    'will do',
    'you may call him',
  ])('"%s" names nobody', (says) => {
    expect(mentionsIn(says, english)).toBe('')
  })
})

describe('a name is a name after a verb of contact, with a title, or as the one who said something', () => {
  it.each([
    ['called Will, no answer', 'Will=N1'],
    ['called will, no ans', 'will=N1'],
    ['Will said he will come', 'Will=N1'],
    ['May will come in May', 'May=N2'],
    ['Grace will come Friday 10am', 'Grace=N3'],
    ['Will called, he is thinking about it', 'Will=N1'],
    ['Mr Harper will come', 'Mr Harper=N1'],
    ['met May yesterday', 'May=N2'],
    ['will May come tomorrow?', 'May=N2'],
    ['Ms May Tan declined', 'Ms May Tan=N2'],
    ['called Grace, no answer', 'Grace=N3'],
    ['hope Grace signs tomorrow', 'Grace=N3'],
    ['rang hope, she wants to renew', 'hope=N4'],
    ['pull up Mark', 'Mark=N5'],
    ['spoke to Bill about the loan', 'Bill=N6'],
    ['Rich says no', 'Rich=N7'],
    ['book Penny for Friday 10', 'Penny=N8'],
    ['texted Faith - no reply', 'Faith=N9'],
    ['April rang, wants to meet Thursday', 'April=N10'],
    ['打给Grace没接', 'Grace=N3'],
  ])('"%s" names "%s"', (says, mentions) => {
    expect(mentionsIn(says, english)).toBe(mentions)
  })
})

describe('a plain word is one, where a name has no place', () => {
  const words = bookOf(['万一', '高兴', '安全', '陈总'])
  it.each([
    ['万一陈总没空就改到周五', '陈总=N4'],
    ['万一他临时有事咋办', ''],
    ['高兴死了', ''],
    ['买这个安全吗', ''],
    ['万一没接', '万一=N1'],
    ['打给万一没接', '万一=N1'],
    ['万一打了电话来', '万一=N1'],
    ['高兴没接电话', '高兴=N2'],
  ])('"%s" names "%s"', (says, mentions) => expect(mentionsIn(says, words)).toBe(mentions))
})
