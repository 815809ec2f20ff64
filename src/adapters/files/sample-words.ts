import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { OUTCOMES } from '../../domain/customer/contact.js'
import { PRODUCT_KINDS, RISK_LEVELS } from '../../domain/ledger/holding.js'
import { LOCALES } from '../../domain/manager/manager.js'
import { type SampleWords, STORIES } from '../../sample/words.js'

const words = z.array(z.string().min(1)).min(1)
const byLanguage = z.strictObject({ zh: words, en: words })
const person = z.strictObject({ name: z.string().min(1), locale: z.enum(LOCALES) })
const gender = z.enum(['male', 'female'])

const people = z.strictObject({
  surnames: words,
  givenMale: words,
  givenFemale: words,
  englishMale: words,
  englishFemale: words,
  pinyinSurnames: words,
  managers: z.array(person).min(1),
  head: person,
  occupations: z.array(
    z.strictObject({
      label: z.string(),
      weight: z.number().positive(),
      male: z.array(z.string()),
      female: z.array(z.string()),
      employers: z.array(z.string()),
    }),
  ),
  streets: words,
  education: words,
  hobbies: byLanguage,
  families: byLanguage,
  notes: byLanguage,
  talks: z.partialRecord(z.enum(OUTCOMES), byLanguage),
})

const products = z.strictObject({
  products: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.enum(PRODUCT_KINDS),
      riskLevel: z.enum(RISK_LEVELS).optional(),
      issuerRiskLevel: z.enum(RISK_LEVELS).optional(),
      termDays: z.int().positive().optional(),
      minYuan: z.number().nonnegative(),
      ratePercent: z.number().optional(),
      currency: z.string().length(3),
      benchmark: z.string().optional(),
      saleFromDays: z.int(),
      saleToDays: z.int().optional(),
      audience: z.string(),
      sellingPoints: z.string(),
    }),
  ),
})

const cast = z.array(
  z.strictObject({
    surname: z.string().optional(),
    given: z.string().optional(),
    english: z.string().optional(),
    title: z.string().optional(),
    gender,
    occupation: z.string(),
    tier: z.enum(['A', 'B', 'C', 'D', 'E']),
    story: z.enum(STORIES),
  }),
)
const casts = z.strictObject({ 'zh-CN': cast, 'en-US': cast })

/**
 * The tables the invented book is drawn from.
 * @param folder `data/sample`
 * @throws where a table is missing or not of its shape.
 */
export function readSampleWords(folder: string): SampleWords {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return {
    ...people.parse(read('people.json')),
    ...products.parse(read('products.json')),
    casts: casts.parse(read('casts.json')),
  }
}
