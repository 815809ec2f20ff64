import { expect, it } from 'vitest'
import { fold } from '../../../src/language/text/normalise.js'
import { model } from '../../support/names.js'

it.each([
  ['８５度Ｃ奶茶', '85度c奶茶'],
  ['陳建國', '陈建国'],
  ['Ｈ＆Ｍ（人民路）', 'h&m(人民路)'],
  ['“ok”——’s', '"ok"--\'s'],
  ['张伟', '张伟'],
  ['𠮷野太郎', '𠮷野太郎'],
  ['', ''],
])('%s folds to %s, as many units long', (raw, folded) => {
  expect(fold(raw, model.tools.simplified).folded).toBe(folded)
  expect(folded.length).toBe(raw.length)
})
