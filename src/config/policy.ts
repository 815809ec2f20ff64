import { z } from 'zod'
import { PRODUCT_KINDS } from '../domain/ledger/holding.js'
import { fenOfYuan } from '../domain/money.js'
import { KNOWN_FIELDS, type Policy, TIERS } from '../domain/policy.js'
import { readDataFile } from './data-file.js'

const days = z.int().min(1).max(3_660)
const months = z.int().min(1).max(60)
const percent = z.int().min(0).max(100)
const sum = z.number().min(0).max(1e12).transform(fenOfYuan)
const positiveSum = z.number().positive().max(1e12).transform(fenOfYuan)

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time HH:mm')

const tier = z.strictObject({
  tier: z.enum(TIERS),
  fromYuan: sum,
  every: z.union([z.strictObject({ days }), z.strictObject({ months: z.int().min(1).max(24) })]).optional(),
  intervalDays: z.int().min(1).max(366).optional(),
})

const knownFact = z.strictObject({
  field: z.enum(KNOWN_FIELDS),
  weight: z.number().positive().max(1_000),
  exceptOccupations: z.array(z.string().min(1)).optional(),
})

const policyFile = z
  .strictObject({
    tiers: z.array(tier).min(1),
    vipFromYuan: sum,
    maturingKinds: z.array(z.enum(PRODUCT_KINDS)),
    maturityHeadsUpDays: z.array(days),
    maturityContactWindowDays: days,
    largeMovement: z.strictObject({ fromYuan: positiveSum, tiers: z.array(z.enum(TIERS)) }),
    eventHeadsUpDays: days,
    assessment: z.strictObject({ validDays: days, noticeDays: days, repeatDays: days }),
    paymentNoticeDays: days,
    stopLines: z.strictObject({ profitPercent: z.number().positive(), lossPercent: z.number().positive() }),
    sleepingAfterDays: days,
    idleMoney: z.strictObject({ fromYuan: positiveSum, days }),
    opportunityStuckAfterDays: days,
    review: z.strictObject({
      tiers: z.array(z.enum(TIERS)),
      everyMonths: months,
      firstAfterDays: days,
      aDay: z.int().min(1).max(50),
      maturityDays: days,
      oneProductPercent: percent,
      liquidPercent: percent,
      oneMonthPercent: percent,
      assessmentDays: days,
    }),
    plan: z.strictObject({
      nearLinePercent: percent,
      maturingPercent: percent,
      maturingDays: days,
      tiers: z.array(z.enum(TIERS)),
      proposalsAWeek: z.int().min(0).max(100),
      runningAManager: z.int().min(1).max(100),
      mostSteps: z.int().min(1).max(50),
      mostMonths: months,
      usualMonths: months,
      checkEveryDays: days,
      quietDays: days,
      behindPercent: percent,
      overdueForHead: z.int().min(1).max(50),
    }),
    dailyCapacity: z.int().min(1).max(1_000),
    lookAheadWorkingDays: z.int().min(0).max(10),
    moneyStepYuan: positiveSum,
    levelling: z.strictObject({ holidays: z.array(z.string().min(1)), workingDays: z.int().min(1).max(20) }),
    rfm: z.strictObject({
      windowDays: days,
      lapsedUpTo: z.int().min(1).max(5),
      rareUpTo: z.int().min(1).max(5),
      highFrom: z.int().min(1).max(5),
    }),
    campaign: z.strictObject({
      capacityPercent: z.int().min(1).max(100),
      mostMembers: z.int().min(1).max(50_000),
      quietDays: days,
      recentDays: days,
      mostRecentContacts: z.int().min(0).max(100),
      untouchedWorkingDays: z.int().min(1).max(250),
      appointmentGraceDays: z.int().min(0).max(60),
      appointmentWithoutDayDays: z.int().min(0).max(366),
      fewestContacts: z.int().min(0).max(10_000),
    }),
    moneyKept: z.strictObject({ withinDays: days }),
    levelRaised: z.strictObject({ aDay: z.int().min(1).max(100), workingDays: z.int().min(1).max(60) }),
    whatIfWorkingDays: z.int().min(1).max(250),
    fewestUses: z.int().min(1).max(10_000),
    mirror: z.strictObject({
      sameNoteCustomers: z.int().min(2).max(1_000),
      noteFromCharacters: z.int().min(1).max(1_000),
    }),
    leaving: z.strictObject({
      maturedWithinDays: days,
      goneFromPercent: z.number().positive().max(100),
      fallingMonthEnds: z.int().min(2).max(24),
      silence: z.strictObject({
        times: z.number().positive().max(100),
        fromDays: days,
        fromGaps: z.int().min(1).max(100),
      }),
    }),
    bankPostings: z.array(z.string().min(1)),
    completeness: z.array(knownFact).min(1),
    staleFactDays: days,
    links: z.strictObject({
      inflowFromYuan: positiveSum,
      mostSharing: z.int().min(2).max(100),
      thanksWithinWorkingDays: z.int().min(1).max(20),
    }),
    thread: z.strictObject({ minutes: z.int().min(1).max(1_440), turns: z.int().min(1).max(50) }),
    meetingSheetMinutes: z.int().min(1).max(720),
    appointmentMinutes: z.int().min(1).max(720),
    briefCutOff: time,
    wrapUpTime: time,
    eveningCutOff: time,
  })
  .check(({ value, issues }) => {
    const object = (path: PropertyKey[], message: string) =>
      issues.push({ code: 'custom', input: value, path, message })
    value.tiers.forEach((rule, index) => {
      const above = value.tiers[index - 1]
      if (above !== undefined && rule.fromYuan >= above.fromYuan)
        object(['tiers', index, 'fromYuan'], 'is not below the tier above')
      if (value.tiers.findIndex((other) => other.tier === rule.tier) < index)
        object(['tiers', index, 'tier'], `${rule.tier} is there twice`)
      if ((rule.every === undefined) !== (rule.intervalDays === undefined))
        object(['tiers', index], 'needs both `every` and `intervalDays`, or neither')
    })
    value.completeness.forEach(({ field }, index) => {
      if (value.completeness.findIndex((other) => other.field === field) < index)
        object(['completeness', index, 'field'], `${field} is there twice`)
    })
    if (value.tiers.at(-1)!.fromYuan !== 0)
      object(['tiers', value.tiers.length - 1, 'fromYuan'], 'of the last tier is not 0')
  })

/**
 * Reads the one file of the bank's numbers. Sums in it are yuan.
 *
 * @throws DataFileError with every problem at once; a key that is missing or unknown is one.
 */
export function loadPolicy(path: string): Policy {
  const file = readDataFile(path, policyFile)
  const { vipFromYuan, moneyStepYuan, ...same } = file
  return {
    ...same,
    tiers: file.tiers.map(({ tier, fromYuan, every, intervalDays }) => ({
      tier,
      fromFen: fromYuan,
      ...(every === undefined ? {} : { every }),
      ...(intervalDays === undefined ? {} : { intervalDays }),
    })),
    vipFromFen: vipFromYuan,
    maturityHeadsUpDays: [...file.maturityHeadsUpDays].sort((a, b) => b - a),
    largeMovement: { fromFen: file.largeMovement.fromYuan, tiers: file.largeMovement.tiers },
    completeness: file.completeness.map(({ field, weight, exceptOccupations }) => ({
      field,
      weight,
      ...(exceptOccupations === undefined ? {} : { exceptOccupations }),
    })),
    links: {
      inflowFromFen: file.links.inflowFromYuan,
      mostSharing: file.links.mostSharing,
      thanksWithinWorkingDays: file.links.thanksWithinWorkingDays,
    },
    idleMoney: { fromFen: file.idleMoney.fromYuan, days: file.idleMoney.days },
    moneyStepFen: moneyStepYuan,
  }
}
