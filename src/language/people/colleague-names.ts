/** A manager of the branch, who may be spoken of like a customer; the domain's `Manager` fits. */
export interface Colleague {
  readonly id: string
  readonly name: string
}

/** The colleagues of one branch by the forms in which a message names them. */
export interface ColleagueNames {
  /** By whole name, as written and in pinyin; a form that several bear names nobody. */
  readonly byName: ReadonlyMap<string, string>
  /** By given name alone. */
  readonly byGiven: ReadonlyMap<string, string>
  /** By surname, for 林经理; the same holds of several. */
  readonly bySurname: ReadonlyMap<string, string>
  readonly longest: number
}
