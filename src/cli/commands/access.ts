import { Command } from 'commander'
import { auditOf } from '../../compose/audit.js'
import type { Daybook } from '../../compose/daybook.js'
import { type Day, dayIn } from '../../domain/day.js'
import { ACCESS_KINDS, type AccessKind, accessKindOf } from '../../domain/privacy/access-kind.js'
import { OPERATOR } from '../../imports/operator.js'
import type { JournalEntry } from '../../ports/ports.js'
import { type Shell, withDaybook } from '../shell.js'
import { dayOf, isWhole, tell } from './process/audit.js'

interface Options {
  readonly from?: string
  readonly to?: string
  readonly json?: boolean
}

interface Accessed {
  readonly managerId: string
  readonly kind: AccessKind
  readonly acts: ReadonlyMap<string, number>
  readonly times: number
  readonly first: string
  readonly last: string
}

/** `access CUSTOMER`: who saw, changed and exported what is known of a customer, as the journal has it. */
export function accessCommand(shell: Shell): Command {
  return new Command('access')
    .description('who saw, changed and exported what is known of a customer, from the journal')
    .argument('<customer>', 'the id, also of one who was erased')
    .option('--from <day>', 'from this day on, YYYY-MM-DD')
    .option('--to <day>', 'up to the end of this day, YYYY-MM-DD')
    .option('--json', 'the report as data')
    .action(async (customerId: string, options: Options, command: Command) => {
      const from = dayOf(command, 'from', options.from)
      const to = dayOf(command, 'to', options.to)
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, config, world } = daybook
        const found: JournalEntry[] = []
        for await (const entry of store.journal.entries()) {
          if (entry.customerIds?.includes(customerId) !== true) continue
          const day = dayIn(config.timeZone, new Date(entry.at))
          if ((from === undefined || day >= from) && (to === undefined || day <= to)) found.push(entry)
        }
        const accessed = accessedBy(found)
        const check = await auditOf(daybook).verify()
        if (options.json === true)
          shell.out(
            JSON.stringify({
              customer: customerId,
              ...period(from, to),
              whole: isWhole(check),
              by: accessed.map(asData),
            }),
          )
        else {
          for (const one of accessed) shell.out(lineOf(one, daybook))
          shell.out(accessed.length === 0 ? 'nobody' : tell(check).join('; '))
        }
        if (!isWhole(check)) shell.fail()
        const detail = [from, to].filter((day) => day !== undefined).join(' ')
        await store.journal.append({
          at: world.clock.now().toISOString(),
          managerId: OPERATOR,
          act: 'audit.access',
          customerIds: [customerId],
          ...(detail === '' ? {} : { detail }),
        })
      })
    })
}

/** By manager, and for each what was seen, changed, exported, refused. */
function accessedBy(entries: readonly JournalEntry[]): readonly Accessed[] {
  const ids = [...new Set(entries.map(({ managerId }) => managerId))].sort()
  return ids.flatMap((managerId) =>
    ACCESS_KINDS.flatMap((kind): readonly Accessed[] => {
      const own = entries.filter((entry) => entry.managerId === managerId && accessKindOf(entry.act) === kind)
      if (own.length === 0) return []
      const acts = new Map<string, number>()
      for (const { act } of own) acts.set(act, (acts.get(act) ?? 0) + 1)
      const times = own.map(({ at }) => at).sort()
      return [{ managerId, kind, acts, times: own.length, first: times[0]!, last: times.at(-1)! }]
    }),
  )
}

function asData({ acts, ...rest }: Accessed) {
  return { ...rest, acts: Object.fromEntries(acts) }
}

function lineOf({ managerId, kind, times, first, last, acts }: Accessed, { store }: Daybook): string {
  const name = store.managers.find(managerId)?.name
  const who = name === undefined ? managerId : `${managerId} ${name}`
  const what = [...acts].map(([act, count]) => (count === 1 ? act : `${act} ×${count}`)).join(', ')
  return `${who}  ${kind} ${times}  ${first === last ? first : `${first} to ${last}`}  ${what}`
}

function period(from: Day | undefined, to: Day | undefined) {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
