// `npm run map`: draws which room imports which into CONTRIBUTING.md, from the imports themselves.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const PAGE = join(root, 'CONTRIBUTING.md')
const [BEGIN, END] = ['<!-- map: npm run map -->', '<!-- /map -->']

/** The room of a file: `dialogs`, `src/domain` as `domain`, `src/adapters/bot` as `adapters/bot`. */
function roomOf(path) {
  const [top, room, folder] = path.split('/')
  if (top === 'dialogs') return top
  if (room === 'adapters') return `adapters/${folder}`
  return room.replace(/\.ts$/, '')
}

/** Rooms by the rooms they import. */
export function importsBetweenRooms() {
  const rooms = new Map()
  for (const top of ['src', 'dialogs']) {
    for (const name of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })) {
      const path = `${top}/${name.replaceAll('\\', '/')}`
      if (!path.endsWith('.ts')) continue
      const room = roomOf(path)
      if (!rooms.has(room)) rooms.set(room, new Set())
      const text = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
      for (const [, target] of text.matchAll(/\bfrom\s+'(\.[^']+)'/g)) {
        const other = roomOf(normalize(join(dirname(path), target)).replaceAll('\\', '/'))
        if (other !== room) rooms.get(room).add(other)
      }
    }
  }
  return rooms
}

/** Without the arrows that others already say: what is reached by a longer way. */
function reduced(rooms) {
  const reaches = (from, to, seen = new Set()) =>
    [...(rooms.get(from) ?? [])].some((next) => {
      if (next === to) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, to, seen)
    })
  return [...rooms]
    .flatMap(([from, known]) =>
      [...known]
        .filter((to) => ![...known].some((other) => other !== to && reaches(other, to)))
        .map((to) => [from, to]),
    )
    .sort(([a, b], [c, d]) => (a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1))
}

/** The picture as the page has it. */
export function drawMap() {
  const id = (room) => room.replaceAll('/', '_')
  const arrows = reduced(importsBetweenRooms()).map(
    ([from, to]) => `  ${id(from)}[${from}] --> ${id(to)}[${to}]`,
  )
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n')
}

/** CONTRIBUTING.md with the picture of today. */
export function pageWithMap(page = readFileSync(PAGE, 'utf8')) {
  const begin = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`CONTRIBUTING.md has no place for the map: ${BEGIN} … ${END}`)
  return `${page.slice(0, begin + BEGIN.length)}\n${drawMap()}\n${page.slice(end)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, pageWithMap())
