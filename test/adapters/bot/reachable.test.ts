import { afterEach, describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import type { Desk } from '../../../src/domain/manager/desk.js'
import { startTeams, type Teams } from '../../support/teams.js'

let teams: Teams

afterEach(() => teams.stop())

const installed = { type: 'installationUpdate', action: 'add' }
const removed = { type: 'installationUpdate', action: 'remove' }
const joined = { type: 'conversationUpdate', membersAdded: [{ id: '28:daybook' }] }

function put(change: Partial<Desk>): Promise<void> {
  return teams.desks.change('M1', (desk) => ({ desk: { ...desk, ...change }, result: undefined }))
}

describe('where the manager is written to', () => {
  it('is kept with the first word, by ids and no name', async () => {
    teams = await startTeams()
    await teams.say('在吗', { from: { id: '29:user-M1', aadObjectId: 'aad-M1', name: '苏晓彤' } })
    const { reference, referenceAt } = await teams.desks.read('M1')
    expect(reference).toEqual({
      channelId: 'msteams',
      serviceUrl: teams.connector.url,
      bot: { id: '28:daybook' },
      user: { id: '29:user-M1', aadObjectId: 'aad-M1' },
      conversation: { id: 'chat-M1', conversationType: 'personal', tenantId: 'bank' },
    })
    expect(referenceAt).toBe('2026-11-23T01:00:00.000Z')
  })

  it('moves with the messenger', async () => {
    teams = await startTeams()
    await teams.say('在吗')
    await teams.say('还在吗', { serviceUrl: `${teams.connector.url}/moved/` })
    expect(await teams.desks.read('M1')).toMatchObject({
      reference: { serviceUrl: `${teams.connector.url}/moved/` },
    })
  })

  it('whoever writes may be pushed to again', async () => {
    teams = await startTeams()
    await put({ suspendedSince: '2026-11-20T00:30:00Z', notFoundOn: [day('2026-11-20')] })
    await teams.say('我回来了')
    const desk = await teams.desks.read('M1')
    expect([desk.suspendedSince, desk.notFoundOn]).toEqual([undefined, undefined])
  })
})

describe('installing', () => {
  it('is greeted once, though it arrives twice', async () => {
    teams = await startTeams()
    await teams.post(installed)
    await teams.post(joined)
    expect(teams.texts()).toEqual(['welcome'])
    expect((await teams.desks.read('M1')).reference).toBeDefined()
  })

  it('after a removal nothing is known of where to write; installed again it is, and greeted again', async () => {
    teams = await startTeams()
    await teams.post(installed)
    await teams.post(removed)
    expect((await teams.desks.read('M1')).reference).toBeUndefined()
    await teams.post(installed)
    expect((await teams.desks.read('M1')).reference).toBeDefined()
    expect(teams.texts()).toEqual(['welcome', 'welcome'])
  })

  it('the manager who opens the chat another day is greeted again', async () => {
    teams = await startTeams()
    await teams.post(joined)
    teams.clock.moveTo('2026-11-24T01:00:00Z')
    await teams.post(joined)
    expect(teams.texts()).toEqual(['welcome', 'welcome'])
  })
})
