import { describe, expect, it } from 'vitest'
import { PlaygroundMissing } from '../../src/cli/commands/process/playground.js'
import { tellError } from '../../src/cli/tell-error.js'
import { dataFolder } from '../../src/compose/places.js'
import { LanguageDataError, loadLanguage } from '../../src/language/load.js'

const listening = (code: string) =>
  Object.assign(new Error(`listen ${code}`), { code, syscall: 'listen', address: '127.0.0.1', port: 3978 })

describe('what a person is told', () => {
  it.each([
    {
      case: 'a port in use',
      error: listening('EADDRINUSE'),
      says: '127.0.0.1:3978: another program listens there',
    },
    { case: 'an address of another machine', error: listening('EADDRNOTAVAIL'), says: 'set HOST' },
    { case: 'a port for the system alone', error: listening('EACCES'), says: 'set PORT to 1024 or more' },
    {
      case: 'a folder of words',
      error: new LanguageDataError('there is no folder /x'),
      says: 'no folder /x',
    },
    {
      case: 'the Playground in production',
      error: new PlaygroundMissing('not installed'),
      says: 'not installed',
    },
  ])('$case is one line', ({ error, says }) => {
    const told = tellError(error)
    expect(told).toContain(says)
    expect(told).not.toContain('\n')
  })

  it('a bug comes with its trace', () => {
    expect(tellError(new TypeError('x is no function'))).toMatch(/\n\s+at /)
  })
})

it('a folder of words that is not there is named', () => {
  const folders = { dataDir: dataFolder('language'), extraDir: '/nowhere/words' }
  expect(() => loadLanguage(folders)).toThrow(LanguageDataError)
  expect(() => loadLanguage({ dataDir: '/nowhere/language' })).toThrow(LanguageDataError)
})
