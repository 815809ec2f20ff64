#!/usr/bin/env node
// For an auditor: checks a journal that `daybook audit export FOLDER` wrote. Needs Node and nothing else; reads, never writes.
//   node verify-audit.mjs FOLDER [--key public-key.pem] [--checkpoints checkpoints.jsonl]
// The key and the checkpoints are better taken from where they were published than from the folder itself.
// Ends with 0 where everything holds, 1 where something does not, 2 where it was used wrongly.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const { folder, key, checkpoints } = readArguments(process.argv.slice(2))
const publicKey = createPublicKey(readFileSync(key))
const { signed, bad } = readCheckpoints(readFileSync(checkpoints, 'utf8').split('\n').filter(Boolean))
const { standing, restores } = withoutLost(signed)
const heads = new Map(standing.map(({ lines, head }) => [lines, head]))
const problems = bad.map((line) => `${checkpoints}:${line}: not signed with ${key}`)

// Each line holds the SHA-256 of the line before it as "prev"; the first holds noughts.
let head = '0'.repeat(64)
let lines = 0
let at = ''
const months = readdirSync(join(folder, 'journal')).filter((name) => /^\d{4}-\d{2}\.jsonl$/.test(name))
for (const name of months.sort()) {
  let inFile = 0
  for await (const line of wholeLines(join(folder, 'journal', name))) {
    inFile++
    lines++
    const entry = parse(line)
    const here = `${join(folder, 'journal', name)}:${inFile}`
    if (typeof entry?.prev !== 'string') problems.push(`${here}: no line of a journal`)
    else if (entry.prev !== head)
      problems.push(`${here}: does not follow on the line before it (changed, taken out, put in or moved)`)
    head = createHash('sha256').update(line).digest('hex')
    at = entry?.at ?? at
    if (heads.has(lines) && heads.get(lines) !== head)
      problems.push(`${here}: not the line that was signed as number ${lines}`)
  }
}
const last = signed.at(-1)
if (last === undefined) problems.push('no checkpoint: a missing end cannot be seen')
const longest = Math.max(0, ...heads.keys())
if (longest > lines) problems.push(`${longest - lines} lines are missing at least: ${longest} were signed`)

const MOST_TOLD = 100
for (const problem of problems.slice(0, MOST_TOLD)) console.error(problem)
if (problems.length > MOST_TOLD) console.error(`and ${problems.length - MOST_TOLD} more`)
console.log(
  `${lines} lines, the last of ${at || 'never'}; ${signed.length} checkpoints, the last ${sayLast(last)}`,
)
for (const { at, lines: from, lost } of restores)
  console.log(`restored from a backup at ${at}: ${lost} lines that were signed after line ${from} are lost`)
console.log(problems.length === 0 ? 'WHOLE' : `BROKEN: ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1

function sayLast(checkpoint) {
  if (checkpoint === undefined) return 'never'
  return `of ${checkpoint.at} over the first ${checkpoint.lines} lines, key ${checkpoint.key}`
}

/** The lines that have an end, without it, as bytes. */
async function* wholeLines(path) {
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let to = rest.indexOf(0x0a); to >= 0; to = rest.indexOf(0x0a, from)) {
      yield rest.subarray(from, to)
      from = to + 1
    }
    rest = rest.subarray(from)
  }
}

function parse(line) {
  try {
    return JSON.parse(line.toString())
  } catch {
    return undefined
  }
}

/** What is signed is the line without its signature, as JSON without blanks. */
function readCheckpoints(all) {
  const signed = []
  const bad = []
  for (const [place, line] of all.entries()) {
    const { sig = '', ...checkpoint } = parse(line) ?? {}
    const holds = verify(null, Buffer.from(JSON.stringify(checkpoint)), publicKey, Buffer.from(sig, 'base64'))
    if (holds) signed.push(checkpoint)
    else bad.push(place + 1)
  }
  return { signed: signed.sort((a, b) => (a.at < b.at ? -1 : 1)), bad }
}

/** A restore leaves behind what was signed after the backup it came from. */
function withoutLost(signed) {
  let standing = []
  const restores = []
  for (const checkpoint of signed) {
    const { at, lines } = checkpoint
    // The same entries in a chain of its own: what was signed before is held against the home it came from.
    if (checkpoint.moved === true) standing = []
    if (checkpoint.restored === true) {
      restores.push({ at, lines, lost: Math.max(0, ...standing.map((before) => before.lines - lines)) })
      standing = standing.filter((before) => before.lines <= lines)
    }
    standing.push(checkpoint)
  }
  return { standing, restores }
}

function readArguments(args) {
  const options = { '--key': undefined, '--checkpoints': undefined }
  let folder
  for (let n = 0; n < args.length; n++)
    if (Object.hasOwn(options, args[n])) options[args[n]] = args[++n]
    else folder = args[n]
  const key = options['--key'] ?? join(folder ?? '', 'public-key.pem')
  const checkpoints = options['--checkpoints'] ?? join(folder ?? '', 'checkpoints.jsonl')
  if (folder !== undefined && [join(folder, 'journal'), key, checkpoints].every((path) => existsSync(path)))
    return { folder, key, checkpoints }
  console.error(
    'usage: node verify-audit.mjs FOLDER [--key public-key.pem] [--checkpoints checkpoints.jsonl]',
  )
  process.exit(2)
}
