import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
}
const names = Object.keys(dependencies)
const sources = ['src', 'dialogs', 'bin']
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => `${root}/${path}`),
  )
  .filter((path) => /\.m?ts$|\.mjs$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))

/** Licences that let a bank run and change what it was given. */
const FREE = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '0BSD',
  'Unlicense',
]

/** Packages that say their licence (MIT) in another place than the one that is read here. */
const SAID_ELSEWHERE = ['node_modules/escape-regexp-component', 'node_modules/sylvester']

interface Locked {
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
}

it('every package is imported somewhere', () => {
  const unread = names.filter(
    (name) => !sources.some((text) => new RegExp(`'${name}(?:/[^']*)?'`).test(text)),
  )
  expect(unread).toEqual([])
})

it('every package is named with its reason', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8')
  const table = text.slice(text.indexOf('## The packages'), text.indexOf('## The manner'))
  expect(names.filter((name) => !table.includes(name))).toEqual([])
})

it('every version is exact', () => {
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

it('all that is installed for production has a free licence', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>
  }
  const wrong = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true && !SAID_ELSEWHERE.includes(path))
    .filter(([, { license = '' }]) => !license.split(/ OR |[()]/).some((one) => FREE.includes(one.trim())))
    .map(([path, { license }]) => `${path}: ${license}`)
  expect(wrong).toEqual([])
})
