export interface Job {
  /** For the log: `briefs`. */
  readonly name: string
  /** Five fields, read in the bank's time zone. A wake-up only: what is due is told by the data. */
  readonly cron: string
  /** Must be safe to run twice for the same minute. */
  run(): Promise<JobReport>
}

export type JobReport = Readonly<Record<string, number>>
