/**
 * How sure a reading has to be to be taken one way where another stands beside it, by what is at stake. The only
 * thresholds of the language; from where on something is done is the confirmation policy's (`conversation/confirmation.ts`).
 */
export const SURE_ENOUGH = {
  /** A wish of its own: while a question is open, beside another wish, or where a mere name would ask for its bearer. */
  ownWish: 0.6,
  /** The same behind a mere comma. */
  wishAfterComma: 0.85,
  /** A second thing to be written in the same words, with a verb of its own. */
  secondWrite: 0.5,
  /** Something else than the fact that was asked for, which may be any words. */
  besideFact: 0.9,
  /** A question asked at a step of a sale. */
  askedAtStep: 0.5,
  /** A question to Daybook in a practised call: a line of the call is lost where it is taken for one. */
  askedInPractice: 0.8,
  /** The question it is nearest to, where the words may ask for one detail of a customer. */
  besideDetail: 0.5,
  /** Anything else, where the words are those of one field of a profile. */
  besideField: 0.5,
  /** A question about a colleague; else the message is read with the name in it. */
  ofColleague: 0.5,
  /** The list it is nearest to, where its conditions alone would make it another. */
  list: 0.8,
  /** Something else than a change of what was written or agreed. */
  besideChange: 0.75,
  /**
   * Nothing of ours. Below this the likeliest request is taken instead: it is shown or asked about, where a request that
   * is turned away is lost. Measured: docs/understanding.md.
   */
  none: 0.65,
  /** The likeliest request behind a doubtful none: more than the least unlikely of all. */
  behindNone: 0.1,
  /** The same of a report whose words do not say how it went: the name of a customer is a word too. */
  reportBehindNone: 0.3,
  /** A request beside what is spoken of a customer and did not happen. */
  besideUnreal: 0.7,
  /** A report, which is written down, where a question is only answered. */
  report: 0.7,
  /** How a contact ended, as words say it and not as it is guessed. */
  said: 0.9,
  /** A guess of how it ended that is better than "talked, nothing else". */
  guessedEnd: 0.3,
  /** The same where the words tell of a talk and of nothing else. */
  guessedEndOfTalk: 0.65,
  /** That nobody was reached: to doubt what the cues say. */
  unreached: 0.4,
  /** A guess of another ending than a reason against it comes to. */
  besideReason: 0.5,
  /** Than the words say of money. */
  besideSaid: 0.6,
  /** Than is done, beside a day that makes it sound like an appointment. */
  besideDone: 0.85,
} as const
