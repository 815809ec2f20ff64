import { Command } from 'commander'
import { type ChangesSince, changesSince } from '../../domain/customer/changes-since.js'
import type { Holding } from '../../domain/ledger/holding.js'
import { yuanOf } from '../../domain/money.js'
import { changesReply } from '../../messaging/cards/customers/changes-card.js'
import { customerOf } from '../of-customer.js'
import { localeNow, managerOf, type Shell, todayOf, withDaybook } from '../shell.js'

interface Options {
  readonly today?: string
  readonly json?: boolean
}

/** `changes CUSTOMER`: what has changed since somebody last spoke with the customer. */
export function changesCommand(shell: Shell): Command {
  return new Command('changes')
    .description('what has changed with a customer since the last effective contact')
    .argument('<customer>', 'id of the customer')
    .option('--today <day>', 'the day it is asked on, YYYY-MM-DD')
    .option('--json', 'as data; sums in yuan')
    .action(async (id: string, options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async (daybook) => {
        const { policy, store, world } = daybook
        const { customer, managerId } = await customerOf(daybook, command, id)
        const changes = changesSince(customer, managerId, policy, today)
        const at = world.clock.now().toISOString()
        await store.journal.append({ at, managerId, act: 'customer.changes', customerIds: [id] })
        if (options.json === true) {
          shell.out(JSON.stringify(changesJson(changes)))
          return
        }
        const manager = managerOf(daybook, command, managerId)
        const locale = await localeNow(daybook, manager)
        const names = new Map(store.managers.all().map((m) => [m.id, m.name]))
        shell.out(changesReply({ customer, changes, names, locale, today }).text)
      })
    })
}

/** The changes as a command gives them: sums in yuan, what is not known null. */
export function changesJson(changes: ChangesSince) {
  const { flow, largeDays, matured, begun, ended } = changes
  return {
    customerId: changes.customerId,
    since: changes.since,
    sinceWhat: changes.sinceWhat,
    from: changes.since === null ? null : changes.period.from,
    to: changes.period.to,
    flow: flow === null ? null : { in: yuanOf(flow.inFen), out: yuanOf(flow.outFen) },
    flowFrom: changes.flowFrom ?? null,
    largeDays: largeDays.map(({ on, netFen }) => ({ day: on, net: yuanOf(netFen) })),
    matured: matured.map(holdingJson),
    begun: begun.map(holdingJson),
    ended: ended.map(holdingJson),
    facts: changes.facts.map(({ on, field, how, before, after, managerId }) => ({
      day: on,
      field,
      how,
      before: before ?? null,
      after,
      managerId,
    })),
    fromFile: changes.fromFile.map(({ on, fields }) => ({ day: on, fields })),
    promises: changes.promises.map(({ id, on, madeOn, about, state }) => ({
      id,
      due: on ?? null,
      madeOn,
      about: about ?? null,
      state,
    })),
    contactsByOthers: changes.contactsByOthers.map(({ id, on, managerId, channel, reached, outcome }) => ({
      id,
      day: on,
      managerId,
      channel: channel ?? null,
      reached,
      outcome: outcome ?? null,
    })),
  }
}

function holdingJson(holding: Holding) {
  const { id, productName, kind, amountFen, currency, startsOn, maturesOn, endedOn, autoRenew } = holding
  return {
    holdingId: id,
    product: productName,
    kind,
    amount: yuanOf(amountFen),
    currency,
    from: startsOn ?? null,
    maturity: maturesOn ?? null,
    endedOn: endedOn ?? null,
    autoRenew,
  }
}
