import { expect, it } from 'vitest'
import { bookOf } from '../../../support/names.js'

const { sounds } = bookOf(['徐志', '梁建国', { name: '秦岚', nickname: '老秦' }, '欧阳文山'])

it.each([
  ['许智', ['徐志']],
  ['徐智', ['徐志']],
  ['良建国', ['梁建国']],
  ['粱建果', ['梁建国']],
  ['秦兰', ['秦岚']],
  ['欧阳闻山', ['欧阳文山']],
])('%s sounds like %j', (window, forms) => {
  expect(sounds.soundingLike(window)).toEqual(forms)
  if (forms.length > 0) expect(sounds.beginsLike(window.slice(0, 2))).toBe(true)
})

it.each([
  ['梁建华', ['梁建国']],
  ['梁国建', ['梁建国']],
  ['梁伟华', []],
  ['欧阳文川', ['欧阳文山']],
])('%s is one character off %j', (window, forms) => {
  expect(sounds.oneCharacterOff(window)).toEqual(forms)
})

it('nothing in the book begins like two characters of other sounds', () => {
  expect(sounds.beginsLike('电话')).toBe(false)
})
