import { Command } from 'commander'
import { reviewJson, reviewWeekJson } from '../../domain/review/review-json.js'
import { listReviews } from '../../usecases/reviews/list-reviews.js'
import { showReview } from '../../usecases/reviews/show-review.js'
import { keeperOf } from '../keeper-of.js'
import { managerOf, type Shell, todayOf, withDaybook } from '../shell.js'

interface Options {
  readonly manager: string
  readonly today?: string
  readonly json?: boolean
}

/** `review show CUSTOMER` and `review due --manager M`: the wealth review of a customer, and whose is due. */
export function reviewCommand(shell: Shell): Command {
  const review = new Command('review').description(
    'wealth reviews: the sheet of a customer, and whose is due',
  )
  review
    .command('show')
    .description('the wealth review of one customer')
    .argument('<customer>', 'customer id')
    .option('--today <day>', 'the day of the review, YYYY-MM-DD')
    .option('--json', 'as data; sums in yuan')
    .action(async (customerId: string, options: Omit<Options, 'manager'>, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async ({ store, policy, calendar }) => {
        const managerId = await keeperOf(store.books, customerId)
        const shown = await showReview({ ...store, policy, calendar })(managerId ?? '', customerId, today)
        if (shown.status === 'not-in-book') command.error(`no customer ${customerId}`, { exitCode: 1 })
        if (shown.status === 'quiet')
          command.error(`customer ${customerId} asked not to be contacted: no review`, { exitCode: 1 })
        const json = reviewJson(shown.sheet)
        if (options.json === true) shell.out(JSON.stringify(json))
        else for (const [name, value] of Object.entries(json)) shell.out(`${name}: ${JSON.stringify(value)}`)
      })
    })
  review
    .command('due')
    .description('whose wealth review is due this week')
    .requiredOption('--manager <id>', 'whose book')
    .option('--today <day>', 'the day to begin with, YYYY-MM-DD')
    .option('--json', 'as data')
    .action(async (options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, policy, calendar } = daybook
        const manager = managerOf(daybook, command, options.manager)
        const [due] = await listReviews({ ...store, policy, calendar })([manager.id], today)
        if (due === undefined) return
        if (options.json === true) shell.out(JSON.stringify(reviewWeekJson(manager.id, due.week, due.today)))
        else {
          for (const { customer, tier, dueOn, lastOn } of due.week.rows)
            shell.out(
              `${dueOn}  ${customer.id} ${customer.name} (${tier})${lastOn === undefined ? '' : `, last ${lastOn}`}`,
            )
          shell.out(`${due.week.rows.length} of this week, ${due.week.behind} more are due`)
        }
      })
    })
  return review
}
