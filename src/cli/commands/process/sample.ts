import { Command, InvalidArgumentError, Option } from 'commander'
import { readSampleWords } from '../../../adapters/files/sample-words.js'
import { dataFolder } from '../../../compose/places.js'
import { readCampaignOutline } from '../../../config/campaign-file.js'
import { fillSample } from '../../../imports/fill-sample.js'
import { makeSample } from '../../../sample/make-sample.js'
import { withMicroCampaign } from '../../../sample/micro-campaign.js'
import { type Shell, todayOf, withDaybook } from '../../shell.js'

interface Options {
  readonly managers: number
  readonly customers: number
  readonly seed: number
  readonly campaign?: string
  readonly today?: string
  readonly json?: boolean
}

/** Above this a sample says nothing more, and ids of customers would no longer be told apart by their manager. */
const MOST_MANAGERS = 500
const MOST_CUSTOMERS_EACH = 1_400
/** The examples in `data/campaigns` that come with invented customers. */
const CAMPAIGNS = ['micro'] as const

/** `sample`: an invented branch in an empty home, with customers whose stories happen around a day. */
export function sampleCommand(shell: Shell): Command {
  return new Command('sample')
    .description('fills an empty home with an invented branch, its stories set around a day')
    .option('--managers <n>', 'besides the branch head', countUpTo(MOST_MANAGERS), 2)
    .option('--customers <n>', 'of the whole branch', countUpTo(MOST_MANAGERS * MOST_CUSTOMERS_EACH), 240)
    .option('--seed <n>', 'another number, other people', countUpTo(1_000_000), 7)
    .addOption(
      new Option('--campaign <name>', 'with a campaign that is running, and its customers').choices(
        CAMPAIGNS,
      ),
    )
    .option('--today <day>', 'the day the stories are set on, YYYY-MM-DD')
    .option('--json', 'what was put in, as data')
    .action(async ({ managers, customers, seed, ...options }: Options, command: Command) => {
      if (managers === 0) command.error('a branch has at least one manager', { exitCode: 2 })
      if (customers > managers * MOST_CUSTOMERS_EACH) {
        command.error(`a manager looks after at most ${MOST_CUSTOMERS_EACH} customers`, { exitCode: 2 })
      }
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async ({ store, policy, calendar }) => {
        const words = readSampleWords(dataFolder('sample'))
        const ordinary = makeSample({ managers, customers, seed, today, calendar, policy, words })
        const played =
          options.campaign === undefined
            ? undefined
            : withMicroCampaign(ordinary, {
                outline: readCampaignOutline(dataFolder(`campaigns/${options.campaign}.json`)),
                seed,
                today,
                calendar,
                policy,
              })
        const sample = played?.sample ?? ordinary
        if (!(await fillSample(store.bank)(sample))) {
          shell.err('the home has managers already; a sample goes into an empty one')
          shell.fail()
          return
        }
        if (played !== undefined)
          await store.campaigns.change(played.campaigns.branchId, () => ({
            campaigns: played.campaigns,
            result: undefined,
          }))
        const put = sample.books.map((book) => ({
          manager: book.managerId,
          customers: book.customers.length,
        }))
        if (options.json === true) return shell.out(JSON.stringify({ today, seed, books: put }))
        for (const manager of sample.managers) {
          const book = put.find((one) => one.manager === manager.id)
          const what = book === undefined ? 'branch head' : `${book.customers} customers`
          shell.out(`${manager.id} ${manager.name}: ${what}`)
        }
      })
    })
}

function countUpTo(most: number) {
  return (text: string): number => {
    if (!/^\d{1,7}$/.test(text) || Number(text) > most)
      throw new InvalidArgumentError(`a number up to ${most}.`)
    return Number(text)
  }
}
