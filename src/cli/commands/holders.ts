import { Command, Option } from 'commander'
import type { Daybook } from '../../compose/daybook.js'
import { yuanOfHolder } from '../../domain/ledger/holders.js'
import { type Holding, RISK_LEVELS, type RiskLevel } from '../../domain/ledger/holding.js'
import type { Product } from '../../domain/ledger/product.js'
import { CNY, yuanOf } from '../../domain/money.js'
import { listHolders } from '../../usecases/results/list-holders.js'
import { forManagers, type ManagersAsked, managersAsked } from '../asked-managers.js'
import { type Shell, todayOf, withDaybook } from '../shell.js'

interface Options extends ManagersAsked {
  readonly level?: RiskLevel
  readonly today?: string
  readonly json?: boolean
}

/** `holders PRODUCT [--level R4]`: who holds it, and whose rating does not carry its level. */
export function holdersCommand(shell: Shell): Command {
  return forManagers(new Command('holders'))
    .description('who has a running holding of a product, over the bank unless a manager or branch is named')
    .argument('<product>', 'its number')
    .addOption(new Option('--level <level>', 'what if its level were this').choices(RISK_LEVELS))
    .option('--today <day>', 'the day it is looked at, YYYY-MM-DD')
    .option('--json', 'as data; sums in yuan, other currencies apart')
    .action(async (productId: string, options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async (daybook) => {
        const isNarrowed = options.manager !== undefined || options.branch !== undefined
        const managers = isNarrowed
          ? managersAsked(daybook, command, options)
          : await daybook.store.books.managerIds()
        const product = await productOf(daybook, productId)
        if (product === undefined)
          command.error(`no product ${productId} in the catalogue, and nobody holds it`, { exitCode: 2 })
        const view = await listHolders(daybook.store)(managers, product, today, options.level)
        const holders = view.holders.map(({ customer, managerId, sums, holdings, rating }) => ({
          customerId: customer.id,
          managerId,
          amount: yuanOf(yuanOfHolder({ sums })),
          otherCurrencies: sums
            .filter(({ currency }) => currency !== CNY)
            .map(({ currency, amountFen }) => ({ currency, amount: yuanOf(amountFen) })),
          holdings: holdings.map(({ id }: Holding) => id),
          rating: customer.riskRating ?? null,
          carries: rating === null ? null : rating === 'carried',
          under: rating,
          doNotContact: customer.doNotContact,
        }))
        if (options.json === true)
          return shell.out(
            JSON.stringify({
              productId: view.product.id,
              name: view.product.name,
              level: view.level ?? null,
              raisedTo: view.raisedTo ?? null,
              holders,
            }),
          )
        shell.out(`${view.product.id} ${view.product.name} ${view.level ?? ''}: ${holders.length} holders`)
        for (const { managerId, customerId, amount, rating, carries } of holders)
          shell.out(
            `  ${managerId} ${customerId} ${amount} ${rating ?? 'not rated'}${carries === false ? ' below the level' : ''}`,
          )
      })
    })
}

/** One that is not in the catalogue any more may still be held. */
async function productOf({ store }: Daybook, id: string): Promise<Product | undefined> {
  const known = store.products.all().find((product) => product.id === id)
  if (known !== undefined) return known
  for (const managerId of await store.books.managerIds())
    for (const { holdings } of (await store.books.read(managerId)).customers) {
      const held = holdings.find((holding) => holding.productId === id)
      if (held !== undefined) return { id, name: held.productName, kind: held.kind, currency: held.currency }
    }
  return undefined
}
