// Lets a worker run TypeScript as it is written. Only tests do; what is shipped is compiled.
import { register } from 'node:module'

// What was compiled is kept by its text: every file of tests that needs a worker starts one.
const hooks = `
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
const require = createRequire(${JSON.stringify(import.meta.url)})
const kept = join(dirname(dirname(require.resolve('typescript/package.json'))), '.cache', 'daybook-test', 'plain')

export function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\\.js$/, '.ts'), context.parentURL)
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true }
  }
  return next(specifier, context)
}

export function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context)
  return { format: 'module', source: plain(url, readFileSync(fileURLToPath(url), 'utf8')), shortCircuit: true }
}

function plain(url, text) {
  const path = join(kept, createHash('sha256').update(url).update(text).digest('hex') + '.js')
  if (existsSync(path)) return readFileSync(path, 'utf8')
  const compilerOptions = { module: 'ESNext', target: 'ES2023', inlineSourceMap: true }
  const { outputText } = require('typescript').transpileModule(text, { compilerOptions, fileName: url })
  mkdirSync(kept, { recursive: true })
  writeFileSync(path + '.' + process.pid, outputText)
  renameSync(path + '.' + process.pid, path)
  return outputText
}
`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
