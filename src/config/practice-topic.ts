import { z } from 'zod'
import type { PracticeTopic } from '../domain/playbook/practice.js'
import { SITUATIONS } from '../domain/playbook/situations.js'

/** A topic of practice as `kind/situation`. */
export const practiceTopic = z
  .enum([
    ...SITUATIONS.objection.map((one) => `objection/${one}` as const),
    ...SITUATIONS['first-call'].map((one) => `first-call/${one}` as const),
  ])
  .transform((topic) => {
    const [kind, situation] = topic.split('/')
    return { kind, situation } as PracticeTopic // one of the list, taken apart
  })
