import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { JournalBreak, JournalCheck, JournalPlace } from '../../ports/audit.js'
import type { JournalEntry } from '../../ports/ports.js'
import { ofManager } from './roles.js'
import { inSession, type Session } from './session.js'

/** Stands for the line before the first. */
const NO_LINE = '0'.repeat(64)
const LINES_AT_ONCE = 1_000

/** Lines of the transaction they tell of. */
export async function appendEntries(session: Session, entries: readonly JournalEntry[]): Promise<void> {
  for (const [managerId, own] of groupedByManager(entries)) {
    if (session.role === 'app') await session.enter(ofManager(managerId))
    await session.send(
      `insert into daybook.journal (manager_id, act, customer_ids, line)
       select $1, act, array(select json_array_elements_text(ids)), line
         from unnest($2::text[], $3::json[], $4::json[]) as e (act, ids, line)`,
      [
        managerId,
        own.map(({ act }) => act),
        own.map(({ customerIds = [] }) => JSON.stringify(customerIds)),
        own.map((entry) => JSON.stringify(entry)),
      ],
    )
  }
}

/**
 * Gives every line that was committed its place in the chain: the SHA-256 of the line before it and its own bytes. Lines of turns
 * that end together are committed together, so they are chained afterwards, in the order of their numbers.
 */
export function linkJournal(pool: Pool): Promise<void> {
  return inSession(pool, 'bank', undefined, async (session) => {
    await session.send("select pg_advisory_xact_lock(hashtextextended('daybook journal', 0))")
    for (;;) {
      const [last] = await session.rows<{ nth: number; hash: string }>(
        'select nth::float8 as nth, hash from daybook.journal_links order by nth desc limit 1',
      )
      const lines = await session.rows<{ seq: string; line: string }>(
        `select j.seq, j.line::text as line from daybook.journal j
          where not exists (select 1 from daybook.journal_links l where l.seq = j.seq)
          order by j.seq limit ${LINES_AT_ONCE}`,
      )
      if (lines.length === 0) return
      let { nth, hash } = last ?? { nth: 0, hash: NO_LINE }
      const links = lines.map(({ seq, line }) => {
        hash = hashOf(hash, line)
        return { nth: ++nth, seq, hash }
      })
      await session.rows(
        `insert into daybook.journal_links (nth, seq, hash)
         select * from unnest($1::bigint[], $2::bigint[], $3::text[])`,
        [links.map((link) => link.nth), links.map((link) => link.seq), links.map((link) => link.hash)],
      )
    }
  })
}

/** Follows the chain from the first line to the last, after linking what was not yet, and holds it against what was signed. */
export async function verifyJournal(
  pool: Pool,
  signed: readonly Pick<JournalPlace, 'lines' | 'head'>[] = [],
): Promise<JournalCheck> {
  await linkJournal(pool)
  const heads = new Map(signed.map((place) => [place.lines, place.head]))
  let head = NO_LINE
  let lines = 0
  const broken = (problem: JournalBreak['problem'], missing?: number): JournalCheck => {
    const one: JournalBreak = {
      file: 'journal',
      line: lines + (missing === undefined ? 1 : 0),
      problem,
      ...(missing === undefined ? {} : { missing }),
    }
    return { lines, head, broken: one, breaks: [one] }
  }
  for await (const { hash, line } of chainedLines(pool)) {
    if (line === null || hashOf(head, line) !== hash) return broken('does not follow')
    if ((heads.get(lines + 1) ?? hash) !== hash) return broken('not as signed')
    head = hash
    lines++
  }
  const most = Math.max(0, ...heads.keys())
  return most > lines ? broken('missing', most - lines) : { lines, head }
}

/** How far the chain goes, after linking what was not yet. */
export async function endOfJournal(pool: Pool): Promise<JournalPlace> {
  await linkJournal(pool)
  return inSession(pool, 'bank', undefined, async (session) => {
    const [last] = await session.rows<{ nth: number; hash: string }>(
      'select nth::float8 as nth, hash from daybook.journal_links order by nth desc limit 1',
    )
    return { lines: last?.nth ?? 0, head: last?.hash ?? NO_LINE, month: '', size: 0 }
  })
}

/** The entries of these months and those between, in the order of the chain. */
export async function* journalEntries(
  pool: Pool,
  { from = '', to = '9999-99' }: { readonly from?: string; readonly to?: string } = {},
): AsyncIterable<JournalEntry> {
  await linkJournal(pool)
  for await (const { line } of chainedLines(pool)) {
    if (line === null) continue
    const entry = JSON.parse(line) as JournalEntry // written by `appendEntries`
    const month = entry.at.slice(0, 7)
    if (month >= from && month <= to) yield entry
  }
}

async function* chainedLines(
  pool: Pool,
): AsyncIterable<{ readonly hash: string; readonly line: string | null }> {
  for (let after = 0; ; ) {
    const rows = await inSession(pool, 'bank', undefined, (session) =>
      session.rows<{ hash: string; line: string | null }>(
        `select l.hash, j.line::text as line
           from daybook.journal_links l left join daybook.journal j on j.seq = l.seq
          where l.nth > $1 order by l.nth limit ${LINES_AT_ONCE}`,
        [after],
      ),
    )
    if (rows.length === 0) return
    yield* rows
    after += rows.length
  }
}

function hashOf(previous: string, line: string): string {
  return createHash('sha256').update(`${previous}\n${line}`).digest('hex')
}

function groupedByManager(entries: readonly JournalEntry[]): ReadonlyMap<string, readonly JournalEntry[]> {
  const groups = new Map<string, JournalEntry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.managerId) ?? []
    groups.set(entry.managerId, [...group, entry])
  }
  return groups
}
