import { z } from 'zod'
import type { Campaign, Offer } from '../domain/campaign/campaign.js'
import { GOAL_KINDS, GOALS, type Goal } from '../domain/campaign/goals.js'
import type { Attribute, AttributeQuery } from '../domain/customer/attribute-query.js'
import { type Day, isCalendarDay } from '../domain/day.js'
import { PRODUCT_KINDS } from '../domain/ledger/holding.js'
import { fenOfYuan } from '../domain/money.js'
import { TIERS } from '../domain/policy.js'
import { readDataFile } from './data-file.js'

const day = z.string().refine((text): text is Day => isCalendarDay(text), 'is not a day YYYY-MM-DD')
const words = z.string().min(1).max(500)
const sum = z.number().positive().max(1e12)
const range = z.strictObject({ min: z.number().optional(), max: z.number().optional() })

const campaignFile = z
  .strictObject({
    name: z.string().min(1).max(60),
    from: day.optional(),
    to: day.optional(),
    source: words.optional(),
    way: words.optional(),
    /** As a manager would ask for them. */
    query: words.optional(),
    /** The same as fields; all of them must be true. */
    where: z
      .strictObject({
        type: z.enum(['person', 'micro']).optional(),
        /** Any of the words in the occupation or the company. */
        trades: z.array(words).min(1).optional(),
        tiers: z.array(z.enum(TIERS)).min(1).optional(),
        assets: range.optional(),
        holds: z.array(z.enum(PRODUCT_KINDS)).min(1).optional(),
      })
      .optional(),
    goals: z.partialRecord(z.enum(GOAL_KINDS as [string, ...string[]]), sum),
    offers: z
      .array(
        z.strictObject({ from: z.number().min(0).max(1e12), kinds: z.array(z.enum(PRODUCT_KINDS)), words }),
      )
      .optional(),
  })
  .refine(({ query, where }) => query === undefined || where === undefined, {
    message: 'query and where say the same: one of them is enough',
    path: ['where'],
  })

/** A campaign as a file states it; days that it leaves out are to be said beside it. */
export interface CampaignFile {
  readonly name: string
  readonly from?: Day
  readonly to?: Day
  readonly source?: string
  readonly way?: string
  /** Words still to be read. */
  readonly query?: string
  readonly where?: AttributeQuery
  readonly goals: readonly Goal[]
  readonly offers: readonly Offer[]
}

/** @throws DataFileError with every problem of the file */
export function readCampaignFile(path: string): CampaignFile {
  const { goals, offers = [], where, ...rest } = readDataFile(path, campaignFile)
  const query = where === undefined ? undefined : queryOf(where)
  return {
    ...(rest as Omit<CampaignFile, 'goals' | 'offers' | 'where'>), // optional keys of a parsed file are absent where not given
    ...(query === undefined ? {} : { where: query }),
    goals: GOAL_KINDS.flatMap((kind) => {
      const target = goals[kind]
      return target === undefined ? [] : [goalOf(kind, target)]
    }),
    offers: offers.map(({ from, kinds, words: said }) => ({ fromFen: fenOfYuan(from), kinds, words: said })),
  }
}

/** What of a campaign's file an example goes by: not its days. @throws DataFileError */
export function readCampaignOutline(
  path: string,
): Pick<Campaign, 'name' | 'query' | 'goals' | 'offers' | 'source' | 'way'> {
  const { name, goals, offers, where, source, way } = readCampaignFile(path)
  return {
    name,
    goals,
    offers,
    ...(where === undefined ? {} : { query: where }),
    ...(source === undefined ? {} : { source }),
    ...(way === undefined ? {} : { way }),
  }
}

/** A goal whose target is said in yuan, or as a number of cards. */
export function goalOf(kind: Goal['kind'], target: number): Goal {
  return { kind, target: GOALS[kind].unit === 'fen' ? fenOfYuan(target) : Math.round(target) }
}

function queryOf(where: NonNullable<z.infer<typeof campaignFile>['where']>): AttributeQuery | undefined {
  const { type, trades, tiers, assets, holds } = where
  const attributes: readonly Attribute[] = [
    ...(type === undefined ? [] : [{ of: 'type', is: type } as const]),
    ...(trades === undefined ? [] : [{ of: 'trade', words: trades } as const]),
    ...(tiers === undefined ? [] : [{ of: 'tier', in: tiers } as const]),
    ...(assets === undefined
      ? []
      : [
          {
            of: 'assets',
            range: {
              ...(assets.min === undefined ? {} : { min: assets.min }),
              ...(assets.max === undefined ? {} : { max: assets.max }),
            },
          } as const,
        ]),
    ...(holds === undefined ? [] : [{ of: 'held', kinds: holds } as const]),
  ]
  const queries = attributes.map((attribute) => ({ kind: 'is', attribute, said: '' }) as const)
  return queries.length > 1 ? { kind: 'all', queries } : queries[0]
}
