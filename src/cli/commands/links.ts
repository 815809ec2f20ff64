import { Command } from 'commander'
import { type LinkType, linksOf, type SeenLink } from '../../domain/customer/link.js'
import { linkWordsFor } from '../../messaging/wording/customers/link-words.js'
import { customerOf } from '../of-customer.js'
import { localeNow, managerOf, type Shell, todayOf, withDaybook } from '../shell.js'

interface Options {
  readonly today?: string
  readonly json?: boolean
}

/** `links show CUSTOMER`: whom a customer is linked to, read from both ends, whoever looks after them. */
export function linksCommand(shell: Shell): Command {
  return new Command('links').description('links between customers').addCommand(showCommand(shell))
}

function showCommand(shell: Shell): Command {
  return new Command('show')
    .description('whom a customer is linked to, read from both ends')
    .argument('<customer>', 'id of the customer')
    .option('--today <day>', 'the day it is asked on, YYYY-MM-DD')
    .option('--json', 'as data')
    .action(async (id: string, options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, world } = daybook
        const { customer, managerId } = await customerOf(daybook, command, id)
        const whose = new Map<string, { readonly name: string; readonly managerId: string }>()
        const seen: SeenLink[] = []
        for (const keeper of store.managers.all()) {
          const { customers } = await store.books.read(keeper.id)
          for (const { id: customerId, name } of customers)
            whose.set(customerId, { name, managerId: keeper.id })
          seen.push(...linksOf(id, customers))
        }
        // Those that are stored on the customer come first, whatever book they were met in.
        const links = seen
          .filter(({ link }) => link.on <= today)
          .toSorted((a, b) => Number(isOwn(b, customer.links)) - Number(isOwn(a, customer.links)))
        const at = world.clock.now().toISOString()
        await store.journal.append({ at, managerId, act: 'customer.links', customerIds: [id] })
        if (options.json === true) {
          shell.out(
            JSON.stringify({
              customerId: id,
              managerId,
              links: links.map(({ link, otherId, who, type }) => ({
                type,
                who,
                otherId,
                otherName: whose.get(otherId)?.name ?? null,
                otherManagerId: whose.get(otherId)?.managerId ?? null,
                since: link.since ?? null,
                source: link.source,
                on: link.on,
                recordedBy: link.managerId ?? null,
              })),
            }),
          )
          return
        }
        const locale = await localeNow(daybook, managerOf(daybook, command, managerId))
        const words = linkWordsFor(locale)
        shell.out(`${id} ${customer.name}`)
        for (const { otherId, type, who } of links) {
          const other = whose.get(otherId)
          const is = who === 'other' ? words.is[type] : words.isOf[type as LinkType]
          shell.out(`  ${is}: ${otherId} ${other?.name ?? ''} · ${other?.managerId ?? ''}`)
        }
        if (links.length === 0) shell.out(`  ${words.none}`)
      })
    })
}

function isOwn({ link }: SeenLink, own: readonly SeenLink['link'][] = []): boolean {
  return own.includes(link)
}
