import { describe, expect, it } from 'vitest'
import { type Campaign, noCampaigns, withCampaign } from '../../../src/domain/campaign/campaign.js'
import {
  joinCampaign,
  type Move,
  moveCampaign,
  newFits,
  offersNewFits,
  settleCampaigns,
} from '../../../src/domain/campaign/course.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aCampaign, aDeposit, inBranch } from '../../support/campaigns.js'
import { aCustomer } from '../../support/customers.js'
import { CALENDAR, POLICY } from '../../support/rules.js'

const FIRST = day('2026-12-01')
const BRANCH = inBranch([aCustomer('C1', { holdings: [aDeposit(100)] }), aCustomer('C2')])
const only = (campaign: Campaign) => withCampaign(noCampaigns('0101'), campaign)
const moved = (campaign: Campaign, move: Move, on = FIRST, branch = BRANCH) =>
  moveCampaign(campaign, move, only(campaign), branch, POLICY, on)
const movedTo = (campaign: Campaign, move: Move, on = FIRST) => {
  const result = moved(campaign, move, on)
  if (result.status !== 'moved') throw new Error(result.status)
  return result.campaign
}
const running = movedTo(aCampaign(), { kind: 'start' })

describe('a campaign', () => {
  it('freezes its list with the deposits of the day it starts on', () => {
    expect(running).toMatchObject({ state: 'running', firstDay: FIRST })
    expect(running.members).toEqual([
      { customerId: 'C1', depositsFen: fenOfYuan(100), since: FIRST },
      { customerId: 'C2', depositsFen: 0, since: FIRST },
    ])
  })

  it.each([
    ['a draft', 'pause', aCampaign()],
    ['a draft', 'close', aCampaign()],
    ['a closed one', 'start', aCampaign({ state: 'closed' })],
    ['a closed one', 'resume', aCampaign({ state: 'closed' })],
  ] as const)('%s does not %s', (_, kind, campaign) => {
    expect(moved(campaign, { kind })).toEqual({ status: 'not-from-here', state: campaign.state })
  })

  it.each([
    ['start', running],
    ['resume', running],
    ['pause', aCampaign({ state: 'paused' })],
    ['close', aCampaign({ state: 'closed' })],
  ] as const)('to %s twice changes nothing', (kind, campaign) => {
    expect(moved(campaign, { kind })).toEqual({ status: 'already' })
  })

  it('goes on where it was paused', () => {
    const paused = movedTo(running, { kind: 'pause' })
    expect(paused.state).toBe('paused')
    expect(movedTo(paused, { kind: 'resume' })).toEqual(running)
  })

  it('that is over does not start, and a list of nobody or of too many neither', () => {
    expect(moved(aCampaign(), { kind: 'start' }, day('2027-04-01'))).toEqual({ status: 'over' })
    expect(moved(aCampaign(), { kind: 'start' }, FIRST, [])).toEqual({ status: 'nobody' })
    const few = { ...POLICY, campaign: { ...POLICY.campaign, mostMembers: 1 } }
    expect(moveCampaign(aCampaign(), { kind: 'start' }, only(aCampaign()), BRANCH, few, FIRST)).toEqual({
      status: 'too-many',
      count: 2,
      most: 1,
    })
  })

  it('that starts ahead waits for its first day, and freezes as of that day though nobody looks until later', () => {
    const planned = movedTo(aCampaign(), { kind: 'start' }, day('2026-11-23'))
    expect(planned).toMatchObject({ state: 'draft', startsOn: FIRST, members: [] })
    expect(settleCampaigns(only(planned), BRANCH, POLICY, day('2026-11-30')).campaigns).toEqual([planned])
    const [settled] = settleCampaigns(only(planned), BRANCH, POLICY, day('2026-12-03')).campaigns
    expect(settled).toEqual(running)
  })

  it('that is planned for a day off freezes on it', () => {
    const planned = movedTo(aCampaign(), { kind: 'start', on: day('2026-12-05') }, day('2026-11-23'))
    const [settled] = settleCampaigns(only(planned), BRANCH, POLICY, day('2026-12-07')).campaigns
    expect(settled?.firstDay).toBe('2026-12-05')
  })
})

describe('members', () => {
  const on = day('2026-12-10')
  const settled = (branch = BRANCH, campaign = running) => settleCampaigns(only(campaign), branch, POLICY, on)

  it.each([
    ['quiet', { doNotContact: true }],
    ['no-consent', { marketingConsent: false }],
  ] as const)('are out at once: %s', (why, over) => {
    const branch = inBranch([aCustomer('C1', over), aCustomer('C2')])
    const [campaign] = settled(branch).campaigns
    expect(campaign?.left).toEqual([{ customerId: 'C1', on, why }])
    // and stay out where consent comes back
    expect(settled(BRANCH, campaign).campaigns[0]).toBe(campaign)
  })

  it('are out where they went to another branch, also from a paused campaign', () => {
    const paused = { ...running, state: 'paused' } as const
    expect(settled(inBranch([aCustomer('C1')]), paused).campaigns[0]?.left).toEqual([
      { customerId: 'C2', on, why: 'other-branch' },
    ])
  })

  it('who stay leave everything as it is', () => {
    const campaigns = only(running)
    expect(settleCampaigns(campaigns, BRANCH, POLICY, on)).toBe(campaigns)
  })

  it('who are out, and customers who fit by now, may be taken in', () => {
    const left = { ...running, left: [{ customerId: 'C1', on, why: 'quiet' } as const] }
    const branch = [...BRANCH, ...inBranch([aCustomer('C3', { holdings: [aDeposit(7)] })])]
    expect(newFits(left, only(left), branch, POLICY, on).map(({ customer }) => customer.id)).toEqual([
      'C1',
      'C3',
    ])
    const joined = joinCampaign(left, ['C1', 'C3', 'C9'], only(left), branch, POLICY, on)
    if (joined.status !== 'moved') throw new Error(joined.status)
    expect(joined.campaign.left).toEqual([])
    expect(joined.campaign.members).toEqual([
      { customerId: 'C1', depositsFen: fenOfYuan(100), since: on },
      { customerId: 'C2', depositsFen: 0, since: FIRST },
      { customerId: 'C3', depositsFen: fenOfYuan(7), since: on },
    ])
  })

  it.each([
    ['2026-12-14', 'running', true], // a Monday
    ['2026-12-15', 'running', false],
    ['2027-01-04', 'running', true], // the first working day after New Year
    ['2026-12-14', 'paused', false],
    ['2027-04-05', 'running', false], // over
  ] as const)('new ones are offered on %s, %s: %s', (today, state, expected) => {
    expect(offersNewFits({ ...running, state }, CALENDAR, day(today))).toBe(expected)
  })
})
