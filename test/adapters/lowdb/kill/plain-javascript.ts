import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

const ROOT = resolve(import.meta.dirname, '../../../..')
const OUT = join(ROOT, 'node_modules/.cache/daybook-test')

/** What was compiled in this process: the tests that start processes share most of the program. */
const compiled = new Map<string, string>()

function plain(source: string): string {
  const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  })
  return outputText
}

export interface PlainJavaScript {
  /** What to start. */
  readonly entry: string
  remove(): void
}

/**
 * Writes `entry` and all it imports of ours as plain JavaScript, where packages are found: a child process then starts without a compiler of its own.
 */
export function plainJavaScript(entry: string, name: string): PlainJavaScript {
  const out = join(OUT, name)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n')
  const target = (source: string) => join(out, relative(ROOT, source).replace(/\.ts$/, '.js'))
  const waiting = [entry]
  const done = new Set<string>()
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    if (done.has(source)) continue
    done.add(source)
    const outputText = compiled.get(source) ?? plain(source)
    compiled.set(source, outputText)
    mkdirSync(dirname(target(source)), { recursive: true })
    writeFileSync(target(source), outputText)
    for (const [, path] of outputText.matchAll(/['"](\.[^'"]+)\.js['"]/g)) {
      const imported = resolve(dirname(source), `${path}.ts`)
      if (existsSync(imported)) waiting.push(imported)
    }
  }
  return { entry: target(entry), remove: () => rmSync(out, { recursive: true, force: true }) }
}
