// Writes characters.json anew. Needs, in any folder: npm i opencc-js@1.4.2 pinyin-pro@3.29.4
import { writeFileSync } from 'node:fs'
import * as OpenCC from 'opencc-js'
import { pinyin } from 'pinyin-pro'

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' })
let traditional = ''
let simplified = ''
const usual = {}
const other = {}
for (let code = 0x4e00; code <= 0x9fa5; code++) {
  const character = String.fromCharCode(code)
  const simple = toSimplified(character)
  if (simple !== character && simple.length === 1) {
    traditional += character
    simplified += simple
  }
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
  for (const [index, reading] of [...new Set(all)].entries()) {
    const readings = index === 0 ? usual : other
    if (/^[a-z]{1,6}$/.test(reading)) readings[reading] = (readings[reading] ?? '') + character
  }
}
const version = 1
writeFileSync(new URL('characters.json', import.meta.url), `${JSON.stringify({ version, traditional, simplified, usual, other }, null, 1)}\n`)
