import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { killAgainAndAgain } from '../../../support/kills/drive.js'
import { type PlainJavaScript, plainJavaScript } from './plain-javascript.js'

const KILLS = 16

let actor: PlainJavaScript
beforeAll(() => {
  actor = plainJavaScript(
    join(import.meta.dirname, '../../../support/kills/actor.ts'),
    `acts-kill-${process.pid}`,
  )
})
afterAll(() => actor.remove())

it(`of acts of every kind none is lost, halved or done twice through ${KILLS} kills`, async () => {
  const { kills, acts } = await killAgainAndAgain({ entry: actor.entry, kills: KILLS, seed: 7, homes: 2 })
  expect(kills).toBe(KILLS)
  expect(Object.values(acts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(KILLS)
}, 120_000)
