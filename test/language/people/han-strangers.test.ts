import { describe, expect, it } from 'vitest'
import { bookOf, mentionsIn } from '../../support/names.js'

const book = bookOf(['张伟', { name: '徐志', nickname: '徐总' }, { name: '陈建国', occupation: '企业主' }])

describe("a name that is nobody's is a stranger's, never passed over", () => {
  it.each([
    ['刚打了梁振宇,没接', '梁振宇'],
    ['刚打了梁振宇没接', '梁振宇'],
    ['打给高飞没接', '高飞'],
    ['刚打了欧阳雪没接', '欧阳雪'],
    ['联系了阿卜杜拉,他说考虑', '阿卜杜拉'],
    ['打给玛丽没接', '玛丽'],
    ['拜访了鑫源五金,没人在', '鑫源五金'],
    ['打给福满楼餐饮没接', '福满楼餐饮'],
    ['打给山本先生没接', '山本先生'],
    ['打给艾力·买买提没接', '艾力·买买提'],
    ['called 梁振宇, no answer', '梁振宇'],
    ['看看梁振宇的资料', '梁振宇'],
    ['梁振宇说考虑一下', '梁振宇'],
    ['约梁振宇周五三点', '梁振宇'],
    ['给梁振宇打电话', '梁振宇'],
    ['上次跟梁振宇聊了啥', ''],
    ['提醒我明天联系梁振宇', '梁振宇'],
    ['梁振宇生日改成5月3号', '梁振宇'],
    ['高总没接', '高总'],
    ['刚见了钱女士', '钱女士'],
  ])('"%s" speaks of "%s"', (says, stranger) => {
    expect(mentionsIn(says, book)).toBe(stranger === '' ? '' : `${stranger}=?`)
  })
})

describe('words after a verb of contact are no names', () => {
  it.each([
    '刚打了三个电话没接',
    '打了两次没接',
    '打了电话没人接',
    '打了座机没接',
    '联系了客户,没接',
    '打给他没接',
    '打给她老公没接',
    '约了明天下午三点',
    '打了一圈没人接',
    '哪些人我没联系了 心虚',
    '电话打过去是空号',
    '导出拜访日志',
    '我要高收益的',
    '金价说涨就涨',
    '黄金最近怎么样',
    '方便说话吗',
    '时间改到明天',
    '马上打给他',
    '查一下利率表',
    '汪汪队没了',
    '看看本周到期',
    '今天先打给谁',
    '约了几个客户',
    '微信了没回',
    '打了半天不通',
    '单位电话打了没人接',
    '常来的那个客户',
    '安全起见先打电话',
    '联系过没有',
    '提醒我周五发利率表',
  ])('"%s" speaks of nobody', (says) => {
    expect(mentionsIn(says, book)).toBe('')
  })
})

it.each([
  ['刚打了徐智没接', '徐智=?'],
  ['刚打了张伟没接', '张伟=N1'],
  ['徐总说梁振宇也要来', '徐总=N2'],
  ['联系了梁振宇的同事张伟没接', '张伟=N1'],
])('those of the book beside strangers: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toContain(mentions)
})
