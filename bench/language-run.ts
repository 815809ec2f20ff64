import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/compose/places.js'
import { measuredPage } from './language/page.js'
import { measureLanguage } from './language.js'

/**
 * `npm run bench:language`: the figures as JSON, beside two others on the same lines (`-- --alone`: without them, which
 * is much quicker); with `-- --write` also into docs/understanding.md.
 */
const PAGE = join(projectRoot(), 'docs', 'understanding.md')
const MEASURED = /(?<=<!-- measured -->\n)[\s\S]*(?=<!-- \/measured -->)/

const measured = await measureLanguage({ isCompared: !process.argv.includes('--alone') })
console.log(JSON.stringify(measured.figures, undefined, 2))
if (process.argv.includes('--write')) {
  writeFileSync(
    PAGE,
    readFileSync(PAGE, 'utf8').replace(MEASURED, () => measuredPage(measured)),
  )
}
process.exit(0)
