import type { ProductKind } from './ledger/holding.js'
import type { Fen } from './money.js'

export const TIERS = ['A', 'B', 'C', 'D', 'E'] as const
export type Tier = (typeof TIERS)[number]

/** How long after an effective contact the next is due. */
export type Interval = { readonly days: number } | { readonly months: number }

export interface TierRule {
  readonly tier: Tier
  /** Lowest AUM of the tier, included. */
  readonly fromFen: Fen
  /** Absent: no cadence. */
  readonly every?: Interval
  /** Days by which overdue time is divided when customers are ordered (Handbook §9). */
  readonly intervalDays?: number
}

/** What a manager can know of a customer; `risk` is a valid assessment, `birthday` a solar or a lunar one. */
export const KNOWN_FIELDS = [
  'aum',
  'phone',
  'risk',
  'birthday',
  'occupation',
  'company',
  'family',
  'hobbies',
  'preference',
  'preferredChannel',
  'address',
  'cardLevel',
  'gender',
  'education',
  'email',
  'expectedReturn',
  'familiarity',
] as const
export type KnownField = (typeof KNOWN_FIELDS)[number]

export interface KnownFact {
  readonly field: KnownField
  readonly weight: number
  /** Occupations that have none: nobody asks the retired for their company. */
  readonly exceptOccupations?: readonly string[]
}

/** Every number of the rules that an administrator may change. Read from `data/policy.json`. */
export interface Policy {
  /** Highest first; the last begins at 0. */
  readonly tiers: readonly TierRule[]
  /** AUM from which a customer is a VIP, included. */
  readonly vipFromFen: Fen
  /** Kinds whose maturity calls for a contact (Handbook §9). */
  readonly maturingKinds: readonly ProductKind[]
  /** Calendar days before the day a maturity counts as, descending. */
  readonly maturityHeadsUpDays: readonly number[]
  /** An effective contact within so many days before a maturity counts as "spoken with" (Handbook §9). */
  readonly maturityContactWindowDays: number
  /** Net flow of one day from which a movement is large, in or out, included; and whose are looked at. */
  readonly largeMovement: { readonly fromFen: Fen; readonly tiers: readonly Tier[] }
  /** Calendar days before a VIP event. */
  readonly eventHeadsUpDays: number
  readonly assessment: {
    /** The last valid day is the day of assessment plus this. */
    readonly validDays: number
    /** Calendar days before the last valid day. */
    readonly noticeDays: number
    readonly repeatDays: number
  }
  /** Calendar days before a loan instalment or card payment. */
  readonly paymentNoticeDays: number
  /** Change of a fund's value against its cost, both as positive numbers, bounds included. */
  readonly stopLines: { readonly profitPercent: number; readonly lossPercent: number }
  /** Days without a transaction of the customer's own. */
  readonly sleepingAfterDays: number
  readonly idleMoney: { readonly fromFen: Fen; readonly days: number }
  /** Days without progress after which an opportunity goes on the brief. */
  readonly opportunityStuckAfterDays: number
  /** The wealth review (Handbook §8.3). */
  readonly review: {
    readonly tiers: readonly Tier[]
    readonly everyMonths: number
    /** Calendar days from the assignment to the first one. */
    readonly firstAfterDays: number
    /** Reviews of one manager and working day. */
    readonly aDay: number
    /** Calendar days ahead whose maturities are on the sheet. */
    readonly maturityDays: number
    /** Flagged where it is exceeded. */
    readonly oneProductPercent: number
    /** On demand or maturing within 30 days; flagged below it. */
    readonly liquidPercent: number
    /** Maturing in one calendar month; flagged from it on. */
    readonly oneMonthPercent: number
    /** An assessment is flagged so many calendar days before its last valid day. */
    readonly assessmentDays: number
  }
  /** The value plan (Handbook §8.2). */
  readonly plan: {
    /** Per cent of the next line from which one is proposed. */
    readonly nearLinePercent: number
    /** Per cent of the AUM that mature within so many days; tiers that are looked at, also for one kind only. */
    readonly maturingPercent: number
    readonly maturingDays: number
    readonly tiers: readonly Tier[]
    /** Proposals a manager and week. */
    readonly proposalsAWeek: number
    readonly runningAManager: number
    readonly mostSteps: number
    /** Within how many months it is due at the latest, and in how many unless said otherwise. */
    readonly mostMonths: number
    readonly usualMonths: number
    /** Calendar days between the manager's checks, and without a tick until it is an exception. */
    readonly checkEveryDays: number
    readonly quietDays: number
    /** Per cent of the expected growth below which a plan is behind. */
    readonly behindPercent: number
    /** Overdue steps from which the head sees it in the morning. */
    readonly overdueForHead: number
  }
  /** Customers on one brief. */
  readonly dailyCapacity: number
  /** Working days ahead of which a row says what the same contact can see to as well. */
  readonly lookAheadWorkingDays: number
  /** Money at stake is compared in steps of this size. */
  readonly moneyStepFen: Fen
  /** Holidays (by their Chinese names in the calendar) before which the load is levelled, and over how many working days. */
  readonly levelling: { readonly holidays: readonly string[]; readonly workingDays: number }
  readonly rfm: {
    /** Frequency and money are counted from today minus this to today. */
    readonly windowDays: number
    /** A recency up to this score means the customer is drifting away. */
    readonly lapsedUpTo: number
    /** A frequency up to this score, with the best recency, means the customer is new. */
    readonly rareUpTo: number
    /** A score from which frequency or money is high. */
    readonly highFrom: number
  }
  readonly campaign: {
    /** Of the daily capacity, rounded down, over all campaigns of a manager. */
    readonly capacityPercent: number
    readonly mostMembers: number
    /** Nobody is proposed with an effective contact from today minus this on. */
    readonly quietDays: number
    /** At most so many contacts of any kind from today minus this on. */
    readonly recentDays: number
    readonly mostRecentContacts: number
    /** Without a contact for so many working days a member is untouched. */
    readonly untouchedWorkingDays: number
    /** Days after a meeting, and after a meeting without a day was agreed, that a member stays in appointment. */
    readonly appointmentGraceDays: number
    readonly appointmentWithoutDayDays: number
    /** Effective contacts below which no forecast is made. */
    readonly fewestContacts: number
  }
  /** Calendar days from a maturity within which what is begun keeps its money; decided the day after (Handbook §8.6). */
  readonly moneyKept: { readonly withinDays: number }
  /** Holders of a product whose level was raised: rows a manager and day, and over how many working days (Handbook §8.8). */
  readonly levelRaised: { readonly aDay: number; readonly workingDays: number }
  /** How far a what-if looks ahead, and back at the calls that were made (Handbook §8.11). */
  readonly whatIfWorkingDays: number
  /** Uses of a line below which nothing is said of how it works (Handbook §8.9). */
  readonly fewestUses: number
  /** A note told of so many customers is the same note; shorter ones are not looked at (Handbook §8.10). */
  readonly mirror: { readonly sameNoteCustomers: number; readonly noteFromCharacters: number }
  /** What makes a customer one who may be leaving (Handbook §8.12). */
  readonly leaving: {
    /** Of what matured in so many days and is decided, at least this share is known to be gone. */
    readonly maturedWithinDays: number
    readonly goneFromPercent: number
    /** Ends of completed months, each with a lower balance than the one before. */
    readonly fallingMonthEnds: number
    /** Silence longer than so many times the own median gap, and than so many days; fewer gaps say nothing. */
    readonly silence: { readonly times: number; readonly fromDays: number; readonly fromGaps: number }
  }
  /** Summaries of rows that are the bank's own postings, not the customer's (Handbook §9, RFM). */
  readonly bankPostings: readonly string[]
  /** What is worth knowing of a customer, the most useful first, and what each counts (Handbook §1). */
  readonly completeness: readonly KnownFact[]
  /** Days after which a fact is asked about again (Handbook §8.5). */
  readonly staleFactDays: number
  /** Links of customers (Handbook §8.4). */
  readonly links: {
    /** Net inflow of a company on one day from which its owner is spoken with, included. */
    readonly inflowFromFen: Fen
    /** Customers of one company up to which a shared company leads to a question. */
    readonly mostSharing: number
    /** Within how many working days an introducer is thanked. */
    readonly thanksWithinWorkingDays: number
  }
  /** How long a message may refer to what was said or shown before; never over a change of day. */
  readonly thread: { readonly minutes: number; readonly turns: number }
  /** How long before a meeting its sheet is sent. */
  readonly meetingSheetMinutes: number
  /** Two appointments that begin less than this apart clash. */
  readonly appointmentMinutes: number
  /** Local time after which a missed brief is not pushed any more, `HH:mm`. */
  readonly briefCutOff: string
  /** Local time of the evening wrap-up where the manager set none, `HH:mm`. */
  readonly wrapUpTime: string
  /** Local time from which nothing of the evening is pushed any more, `HH:mm`. */
  readonly eveningCutOff: string
}
