import { z } from 'zod'
import type { Cover } from '../../domain/manager/cover.js'
import { DELIVERY_KINDS, DELIVERY_STATES, type Delivery } from '../../domain/manager/delivery.js'
import type { Desk } from '../../domain/manager/desk.js'
import { LOCALES } from '../../domain/manager/manager.js'
import type { DeskSettings } from '../../domain/manager/settings.js'
import { schemaOf } from './same-type.js'
import { day, optionalDay, optionalText, optionalWordOf, text, wordOf } from './value-schemas.js'

const delivery = schemaOf<Delivery>()(
  z.strictObject({
    day,
    kind: wordOf(DELIVERY_KINDS),
    state: wordOf(DELIVERY_STATES),
    at: text,
    attempts: z.number(),
    activityId: optionalText,
    detail: optionalText,
    told: z.array(text).exactOptional(),
    seenAt: optionalText,
    claim: z.strictObject({ token: text, until: text }).exactOptional(),
  }),
)

const settings = schemaOf<DeskSettings>()(
  z.strictObject({
    briefTime: optionalText,
    locale: optionalWordOf(LOCALES),
    timeZone: optionalText,
    pausedFrom: optionalDay,
    pausedUntil: optionalDay,
    capacity: z.number().exactOptional(),
    wrapUpTime: optionalText,
    without: z.array(wordOf(DELIVERY_KINDS)).exactOptional(),
  }),
)

const coverDays = { from: day, until: day }

const cover = schemaOf<Cover>()(
  z.strictObject({
    managerId: text,
    ...coverDays,
    made: z
      .strictObject({ by: text, on: day, at: text, before: z.strictObject(coverDays).exactOptional() })
      .exactOptional(),
  }),
)

export const deskSchema = schemaOf<Desk>()(
  z.strictObject({
    managerId: text,
    reference: z.unknown().exactOptional(),
    referenceAt: optionalText,
    suspendedSince: optionalText,
    notFoundOn: z.array(day).exactOptional(),
    deliveries: z.array(delivery),
    opened: z.strictObject({ day, customerIds: z.array(text) }).exactOptional(),
    covers: z.array(cover).exactOptional(),
    takenOver: z
      .array(z.strictObject({ id: text, from: text, on: day, customerIds: z.array(text), by: optionalText }))
      .exactOptional(),
    settings,
    settingsChange: z
      .strictObject({ id: text, at: text, before: settings, afterChange: optionalText, undone: z.boolean() })
      .exactOptional(),
  }),
)
