import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataFileError } from '../../src/config/data-file.js'
import { loadPlaybooks } from '../../src/config/playbook.js'
import { LOCALES } from '../../src/domain/manager/manager.js'
import { LINE_KINDS, SITUATIONS } from '../../src/domain/playbook/situations.js'
import { CLAIMS } from '../support/playbook.js'

describe('the shipped playbook', () => {
  const books = loadPlaybooks('data/playbook', CLAIMS)

  it('passes the claim check, every line of it, in every language', () => {
    expect(LOCALES.map((locale) => books[locale].locale)).toEqual([...LOCALES])
  })

  it('has words for every situation, approved and with a version', () => {
    for (const locale of LOCALES) {
      const { lines } = books[locale]
      for (const kind of LINE_KINDS) {
        for (const situation of SITUATIONS[kind]) {
          expect(lines.some((line) => line.kind === kind && line.situation === situation)).toBe(true)
        }
      }
      expect(lines.every(({ approvedBy, version }) => approvedBy !== '' && version !== '')).toBe(true)
    }
  })

  it('answers every objection for the first time and again, and apart for deposits and for wealth products', () => {
    for (const locale of LOCALES) {
      const objections = books[locale].lines.filter(({ kind }) => kind === 'objection')
      for (const situation of SITUATIONS.objection) {
        const here = objections.filter((line) => line.situation === situation)
        expect(here.length).toBeGreaterThanOrEqual(5)
        expect(here.some(({ round }) => round === 'first')).toBe(true)
        expect(
          here.some(({ round, productKinds }) => round === 'repeated' && productKinds === undefined),
        ).toBe(true)
        expect(here.some(({ round, productKinds }) => round === 'first' && productKinds === undefined)).toBe(
          true,
        )
      }
    }
  })

  it('says the thirty-second opening in thirty seconds', () => {
    for (const { text } of books['zh-CN'].lines.filter(({ kind }) => kind === 'pitch')) {
      expect(text.replace(/\{\w+\}/g, '四个字呢').length).toBeLessThanOrEqual(140)
    }
    for (const { text } of books['en-US'].lines.filter(({ kind }) => kind === 'pitch')) {
      expect(text.split(' ').length).toBeLessThanOrEqual(75)
    }
  })
})

describe('a playbook that cannot be used', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'playbook-'))
    cpSync('data/playbook', folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const change = (file: string, edit: (json: { lines: Record<string, unknown>[] }) => unknown) => {
    const path = join(folder, file)
    const json = JSON.parse(readFileSync(path, 'utf8'))
    edit(json)
    writeFileSync(path, JSON.stringify(json))
  }
  const problems = (): readonly string[] => {
    try {
      loadPlaybooks(folder, CLAIMS)
    } catch (error) {
      if (error instanceof DataFileError) return error.problems
      throw error
    }
    return []
  }

  it('is refused with every problem and its place', () => {
    change('zh-CN/closing.json', (json) => {
      delete (json as { approvedBy?: unknown }).approvedBy
    })
    change('zh-CN/pitch.json', ({ lines }) => {
      lines[0]!['situation'] = 'moon'
      lines[1]!['text'] = ''
    })
    change('en-US/closing.json', ({ lines }) => {
      lines[0]!['text'] = 'Hello {titel}, the return is guaranteed.'
      lines[1]!['id'] = lines[0]!['id']
    })
    rmSync(join(folder, 'en-US/man.json'))
    const found = problems().join('\n')
    expect(found).toContain('zh-CN/closing.json approvedBy')
    expect(found).toContain('zh-CN/pitch.json lines.0.situation: pitch knows no situation "moon"')
    expect(found).toContain('zh-CN/pitch.json lines.1.text')
    expect(found).toContain('en-US/man.json cannot be read')
  })

  it('reads what can be read all the same, so that one run names them all', () => {
    change('en-US/closing.json', ({ lines }) => {
      lines[0]!['text'] = 'Hello {titel}, the return is guaranteed.'
    })
    change('zh-CN/closing.json', ({ lines }) => {
      lines.shift()
    })
    const found = problems().join('\n')
    expect(found).toContain('en-US closing close-summary-1: {titel} is no placeholder')
    expect(found).toContain('en-US closing close-summary-1: No promise of principal or return')
    expect(found).toContain('zh-CN closing close-summary-1: is there in en-US only')
  })
})
