// Lets a worker run TypeScript as it is written. Only tests do; what is shipped is compiled.
import { register } from 'node:module'

const hooks = `
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
const ts = createRequire(${JSON.stringify(import.meta.url)})('typescript')

export function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\\.js$/, '.ts'), context.parentURL)
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true }
  }
  return next(specifier, context)
}

export function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context)
  const compilerOptions = { module: 'ESNext', target: 'ES2023', inlineSourceMap: true }
  const { outputText } = ts.transpileModule(readFileSync(fileURLToPath(url), 'utf8'), { compilerOptions, fileName: url })
  return { format: 'module', source: outputText, shortCircuit: true }
}
`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
