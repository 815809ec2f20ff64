import { z } from 'zod'
import {
  DELIVERY_KINDS,
  DELIVERY_STATES,
  type Delivery,
  type Desk,
  type DeskSettings,
} from '../domain/desk.js'
import { LOCALES } from '../domain/manager.js'
import { schemaOf } from './same-type.js'
import { day, optionalDay, optionalText, text } from './value-schemas.js'

const delivery = schemaOf<Delivery>()(
  z.strictObject({
    day,
    kind: z.enum(DELIVERY_KINDS),
    state: z.enum(DELIVERY_STATES),
    at: text,
    attempts: z.number(),
    activityId: optionalText,
    detail: optionalText,
  }),
)

const settings = schemaOf<DeskSettings>()(
  z.strictObject({
    briefTime: optionalText,
    locale: z.enum(LOCALES).exactOptional(),
    timeZone: optionalText,
    pausedUntil: optionalDay,
    capacity: z.number().exactOptional(),
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
    settings,
  }),
)
