import { writeFileSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { reportFile } from '../../compose/campaign-report.js'
import type { Daybook } from '../../compose/daybook.js'
import { goalOf, readCampaignFile } from '../../config/campaign-file.js'
import { analysisJson, campaignJson } from '../../domain/campaign/campaign-json.js'
import type { Move } from '../../domain/campaign/course.js'
import { GOAL_KINDS, type Goal } from '../../domain/campaign/goals.js'
import { type Day, instantAt, isCalendarDay } from '../../domain/day.js'
import { OPERATOR } from '../../imports/operator.js'
import { analysisLines } from '../../messaging/cards/campaign/draft-card.js'
import { campaignProgressReply } from '../../messaging/cards/campaign/progress-card.js'
import { type CampaignWish, draftCampaign } from '../../usecases/campaign/draft-campaign.js'
import { campaignById } from '../../usecases/campaign/find-campaign.js'
import { moveCampaign } from '../../usecases/campaign/move-campaign.js'
import { showAnalysis, showCampaign } from '../../usecases/campaign/show-campaign.js'
import { type Shell, todayOf, withDaybook } from '../shell.js'

interface Common {
  readonly today?: string
  readonly json?: boolean
}

interface DraftOptions extends Common {
  readonly branch?: string
  readonly query?: string
  readonly name?: string
  readonly from?: Day
  readonly to?: Day
  readonly goal?: readonly Goal[]
}

/** `campaign draft FILE|--query … · analyse · start · show · pause · resume · close · export`: Handbook §8.1. */
export function campaignCommand(shell: Shell): Command {
  const command = new Command('campaign').description('a campaign of a branch, from its draft to its report')
  command.addCommand(draftCommand(shell))
  command.addCommand(
    common('analyse', 'what the branch has, whom each rule leaves out, who is left').action(
      (id: string, options: Common, self: Command) =>
        withCampaignOf(shell, self, id, options, async (daybook, branchId, today) => {
          const analysis = await showAnalysis(depsOf(daybook))(branchId, id, today)
          if (analysis === undefined) return
          if (options.json === true) shell.out(JSON.stringify(analysisJson(analysis)))
          else for (const line of analysisLines(analysis, 'zh-CN')) shell.out(line)
        }),
    ),
  )
  command.addCommand(
    common('show', 'how far it has come').action((id: string, options: Common, self: Command) =>
      withCampaignOf(shell, self, id, options, (daybook, branchId, today) =>
        tell(shell, daybook, branchId, id, today, options),
      ),
    ),
  )
  const moves = {
    start: 'freezes the list and begins; before its first day it waits for that',
    pause: 'proposes nothing for a while; its members stay',
    resume: 'goes on after a pause',
    close: 'ends it; its figures stand still',
  } as const
  for (const [kind, what] of Object.entries(moves)) {
    const move = common(kind, what)
    if (kind === 'start') move.option('--on <day>', 'begin on a later day, YYYY-MM-DD', aDay)
    command.addCommand(
      move.action((id: string, options: Common & { readonly on?: Day }, self: Command) =>
        withCampaignOf(shell, self, id, options, async (daybook, branchId, today, at) => {
          const wish = { kind, ...(options.on === undefined ? {} : { on: options.on }) } as Move // a key of the table above
          const moved = await moveCampaign({ ...depsOf(daybook), ...daybook.store })({
            branchId,
            campaignId: id,
            move: wish,
            by: OPERATOR,
            today,
            at,
          })
          const refused = refusalOf(moved)
          if (refused !== undefined) self.error(refused, { exitCode: 1 })
          await tell(shell, daybook, branchId, id, today, options)
        }),
      ),
    )
  }
  command.addCommand(
    common('export', 'the report as XLSX: goals, funnel, managers, members')
      .requiredOption('--out <file>', 'where to write it')
      .action((id: string, options: Common & { readonly out: string }, self: Command) =>
        withCampaignOf(shell, self, id, options, async (daybook, branchId, today) => {
          const view = await showCampaign(depsOf(daybook))(branchId, id, today)
          if (view === undefined) return
          const { bytes } = await reportFile(view, daybook.store.managers, 'zh-CN', today)
          writeFileSync(shell.file(options.out), bytes)
          if (options.json === true) shell.out(JSON.stringify({ out: options.out }))
          else shell.out(options.out)
        }),
      ),
  )
  return command
}

function draftCommand(shell: Shell): Command {
  return new Command('draft')
    .description('puts a campaign down, from a file or a query')
    .argument('[file]', 'JSON: name, from, to, query or where, goals, offers; see data/campaigns')
    .option('--branch <id>', 'the branch; its only one where it is not given')
    .option('--query <words>', 'whom it is for, as a manager would ask: 做餐饮的微型企业')
    .option('--name <name>', 'what it is called')
    .option('--from <day>', 'first day, YYYY-MM-DD', aDay)
    .option('--to <day>', 'last day, YYYY-MM-DD', aDay)
    .option(
      '--goal <kind=target...>',
      `goals: ${GOAL_KINDS.join(', ')}; sums in yuan, cards a number`,
      (text: string, before: readonly Goal[] = []) => [...before, aGoal(text)],
    )
    .option('--today <day>', 'the day it is drafted on, YYYY-MM-DD')
    .option('--json', 'the draft as data')
    .action(async (file: string | undefined, options: DraftOptions, command: Command) => {
      const today = todayOf(shell, command, options.today)
      const stated = file === undefined ? undefined : readCampaignFile(shell.file(file))
      if (stated === undefined && options.query === undefined)
        command.error('name a file, or --query', { exitCode: 2 })
      await withDaybook(shell, undefined, async (daybook) => {
        const branchId = branchOf(daybook, command, options.branch)
        const words = options.query ?? stated?.query
        const name = options.name ?? stated?.name ?? words!
        const from = options.from ?? stated?.from ?? today
        const to = options.to ?? stated?.to
        if (to === undefined) command.error('say its last day: --to YYYY-MM-DD', { exitCode: 2 })
        const goals = options.goal ?? stated?.goals ?? []
        if (goals.length === 0)
          command.error('say at least one goal: --goal deposits=200000000', { exitCode: 2 })
        const query =
          words === undefined
            ? stated?.where
            : daybook.words.interpreting.particulars.attributes(words, today).question?.query
        if (words !== undefined && query === undefined)
          command.error(`no attributes of customers are understood in: ${words}`, { exitCode: 2 })
        const wish: CampaignWish = {
          name,
          from,
          to,
          goals,
          offers: stated?.offers ?? [],
          ...(query === undefined ? {} : { query }),
          ...(words === undefined ? {} : { asked: words }),
          ...(stated?.source === undefined ? {} : { source: stated.source }),
          ...(stated?.way === undefined ? {} : { way: stated.way }),
        }
        const drafted = await draftCampaign(daybook.store)({
          branchId,
          wish,
          by: OPERATOR,
          today,
          at: atOf(shell, today, options.today),
        })
        switch (drafted.status) {
          case 'unknown-branch':
            return command.error(`no managers in branch ${branchId}`, { exitCode: 2 })
          case 'ends-before-it-begins':
            return command.error('its last day is before its first', { exitCode: 2 })
          case 'running':
            return command.error(`${drafted.campaign.id} of this name is ${drafted.campaign.state}`, {
              exitCode: 1,
            })
          case 'drafted':
            await tell(shell, daybook, branchId, drafted.campaign.id, today, options)
        }
      })
    })
}

function common(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument('<id>', 'the campaign, as draft named it')
    .option('--today <day>', 'the day it is asked for, YYYY-MM-DD')
    .option('--json', 'as data; sums in yuan')
}

async function withCampaignOf(
  shell: Shell,
  command: Command,
  id: string,
  options: Common,
  work: (daybook: Daybook, branchId: string, today: Day, at: string) => Promise<void>,
): Promise<void> {
  const today = todayOf(shell, command, options.today)
  await withDaybook(shell, undefined, async (daybook) => {
    const found = await campaignById(daybook.store.campaigns, id)
    if (found === undefined) {
      const known: string[] = []
      for (const branchId of await daybook.store.campaigns.branchIds())
        known.push(...(await daybook.store.campaigns.read(branchId)).campaigns.map((one) => one.id))
      command.error(
        `no campaign ${id}; ${known.length === 0 ? 'none was drafted yet' : `known: ${known.slice(0, 20).join(', ')}`}`,
        { exitCode: 2 },
      )
    }
    await work(daybook, found.branchId, today, atOf(shell, today, options.today))
  })
}

function depsOf({ store, policy, calendar }: Daybook) {
  const { campaigns, books, managers } = store
  return { campaigns, books, managers, policy, calendar }
}

function namesOf({ store }: Daybook): ReadonlyMap<string, string> {
  return new Map(store.managers.all().map(({ id, name }) => [id, name]))
}

async function tell(
  shell: Shell,
  daybook: Daybook,
  branchId: string,
  id: string,
  today: Day,
  { json }: Common,
): Promise<void> {
  const view = await showCampaign(depsOf(daybook))(branchId, id, today)
  if (view === undefined) return
  if (json === true) shell.out(JSON.stringify(campaignJson(view.campaign, view.progress)))
  else {
    const names = namesOf(daybook)
    shell.out(
      campaignProgressReply({ ...view, names, locale: 'zh-CN', today, isOwn: false, buttons: false }).text,
    )
  }
}

function branchOf({ store }: Daybook, command: Command, branch: string | undefined): string {
  const branches = [...new Set(store.managers.all().map(({ branchId }) => branchId))]
  if (branch !== undefined) return branch
  const [only, ...others] = branches
  if (only === undefined) command.error('the home has no managers yet', { exitCode: 2 })
  if (others.length > 0) command.error(`say which branch: --branch ${branches.join(' or ')}`, { exitCode: 2 })
  return only
}

function refusalOf(moved: Awaited<ReturnType<ReturnType<typeof moveCampaign>>>): string | undefined {
  switch (moved.status) {
    case 'moved':
    case 'already':
      return undefined
    case 'unknown':
      return 'no such campaign'
    case 'not-from-here':
      return `that cannot be done with a campaign that is ${moved.state === 'draft' ? 'a draft' : moved.state}`
    case 'over':
      return 'its last day is past'
    case 'too-many':
      return `${moved.count} customers fit; a campaign has at most ${moved.most}: narrow the query`
    case 'nobody':
      return 'nobody is left to be a member'
  }
}

function atOf(shell: Shell, today: Day, asked: string | undefined): string {
  return (
    asked === undefined ? shell.world.clock.now() : instantAt(shell.config.timeZone, today, '08:30')
  ).toISOString()
}

function aDay(text: string): Day {
  if (!isCalendarDay(text)) throw new InvalidArgumentError('a day YYYY-MM-DD.')
  return text
}

function aGoal(text: string): Goal {
  const [kind, target] = text.split('=')
  const known = GOAL_KINDS.find((one) => one === kind)
  const value = Number(target)
  if (known === undefined || !(value > 0) || value > 1e12)
    throw new InvalidArgumentError(`kind=target, with one of ${GOAL_KINDS.join(', ')}.`)
  return goalOf(known, value)
}
