import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { promMetrics } from '../../src/adapters/http/metrics.js'
import { loadConfig } from '../../src/config/config.js'

const dockerfile = readFileSync('Dockerfile', 'utf8')
const [, final = ''] = dockerfile.split(/^FROM .*(?<!AS build)$/m)
const service = readFileSync('deploy/daybook.service', 'utf8')
const nginx = readFileSync('deploy/nginx.conf', 'utf8')

/** The command of a JSON list in the Dockerfile. */
function commandOf(word: string): readonly string[] {
  const line = final.split('\n').findLast((one) => one.trimStart().startsWith(`${word} [`))
  return JSON.parse(line?.trim().slice(word.length) ?? '[]') as readonly string[]
}

describe('the image', () => {
  it('runs what there is, as a user without rights, and is told to stop as the process understands', () => {
    expect(commandOf('CMD')).toEqual(['node', 'bin/daybook.mjs', 'start', '--no-playground'])
    expect(existsSync('bin/daybook.mjs')).toBe(true)
    expect(final).toMatch(/^USER node$/m)
    expect(final).toMatch(/^STOPSIGNAL SIGTERM$/m)
  })

  it('takes along what the program reads, and nothing it is built from', () => {
    const copied = [...final.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path]) => path)
    expect(copied.sort()).toEqual(['bin', 'data', 'dist', 'node_modules', 'package.json'])
    const left = readFileSync('.dockerignore', 'utf8').split('\n')
    for (const needed of ['bin', 'data', 'src', 'dialogs']) expect(left).not.toContain(needed)
    expect(left).toContain('.env')
  })

  it('asks for its health where the process tells it', () => {
    expect(final).toMatch(/HEALTHCHECK[\s\S]*\/readyz/)
    expect(readFileSync('src/adapters/http/server.ts', 'utf8')).toContain("'/readyz'")
  })

  it('refuses to start without a bot registration: it listens for everybody', () => {
    const env = Object.fromEntries(
      final
        .match(/^ENV (.*)$/m)![1]!
        .split(' ')
        .map((pair) => pair.split('=') as [string, string]),
    )
    expect(() => loadConfig(env)).toThrow(/MicrosoftAppId/)
    expect(loadConfig({ ...env, MicrosoftAppId: 'app', MicrosoftAppPassword: 'x' }).host).toBe('0.0.0.0')
  })
})

describe('the unit of systemd', () => {
  it('starts what there is, and writes into its home alone', () => {
    expect(service).toMatch(/^ExecStart=\/usr\/bin\/node \S+\/bin\/daybook\.mjs start --no-playground$/m)
    expect(service).toMatch(/^ProtectSystem=strict$/m)
    expect(service).toMatch(/^StateDirectory=daybook$/m)
  })

  it('waits longer for the end than the proxy for an answer', () => {
    const stops = Number(/TimeoutStopSec=(\d+)/.exec(service)![1])
    expect(stops).toBeGreaterThanOrEqual(Number(/proxy_read_timeout (\d+)s/.exec(nginx)![1]))
  })
})

it('the proxy hands on messages, files and readiness, never the counts', () => {
  const open = [...nginx.matchAll(/location (?:= )?(\S+) \{ proxy_pass/g)].map(([, path]) => path)
  expect(open).toEqual(['/api/messages', '/readyz', '/privacy', '/terms', '/files/'])
  expect(nginx).toContain('X-Forwarded-For')
})

describe('alerts and board', () => {
  const named = (text: string) =>
    new Set([...text.matchAll(/\b(?:daybook|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name))

  it.each(['deploy/alerts.yml', 'deploy/grafana.json'])('%s names counts that there are', async (path) => {
    const { meter, text } = promMetrics()
    meter.turn('message', 12, 'ok')
    meter.delivery('brief', 'sent')
    const there = await text()
    const missing = [...named(readFileSync(path, 'utf8'))].filter((name) => !there.text.includes(name))
    expect(missing).toEqual([])
  })

  it('the board is one that Grafana can read', () => {
    const board = JSON.parse(readFileSync('deploy/grafana.json', 'utf8')) as {
      panels: { targets: unknown[] }[]
    }
    expect(board.panels.every(({ targets }) => targets.length > 0)).toBe(true)
  })
})
