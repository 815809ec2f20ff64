import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { missingFor } from '../../../src/domain/opportunity/done-when.js'
import { noteFacts } from '../../../src/domain/opportunity/note-facts.js'
import { STEPS } from '../../../src/domain/opportunity/opportunity.js'
import {
  advance,
  back,
  lose,
  pause,
  postpone,
  resume,
  type StepDecision,
  skip,
  type Won,
  win,
} from '../../../src/domain/opportunity/steps.js'
import { anOpportunity, granted, OPENED } from './opportunities.js'

const TODAY = day('2026-11-23')
const BOUGHT: Won = {
  product: { productId: 'W115', productName: '稳盈115天', kind: 'wealth' },
  amountFen: fenOfYuan(500_000),
  currency: 'CNY',
  startsOn: TODAY,
  suitability: { fits: true },
}

const at = (step: number) => (step === 1 ? anOpportunity() : granted(skip(anOpportunity(), OPENED, step)))

describe('a step is left when what it is for is known', () => {
  it.each([
    [1, 'an opportunity with a product or a need', {}, []],
    [
      2,
      'money, authority and need unknown',
      {},
      [
        { what: 'man', question: 'money' },
        { what: 'man', question: 'authority' },
        { what: 'man', question: 'need' },
      ],
    ],
    [2, 'each known, or set down to be asked', { man: { money: 'yes', authority: 'ask', need: 'no' } }, []],
    [3, 'nobody reached yet', {}, [{ what: 'reached' }, { what: 'meeting-or-next-day' }]],
    [3, 'reached, but no day agreed', { reached: true }, [{ what: 'meeting-or-next-day' }]],
    [3, 'reached, and a next day', { reached: true, nextOn: day('2026-12-01') }, []],
    [
      3,
      'reached, and a meeting',
      { reached: true, appointment: { day: day('2026-11-25'), time: '10:00' } },
      [],
    ],
    [4, 'the meeting not held', {}, [{ what: 'meeting-held' }]],
    [4, 'the meeting held', { metOn: TODAY }, []],
    [5, 'a product, no amount', {}, [{ what: 'amount' }]],
    [5, 'a product and an amount', { amountFen: fenOfYuan(500_000) }, []],
    [6, 'no objection', {}, []],
    [
      6,
      'an objection open',
      { objections: [{ kind: 'yield' }] },
      [{ what: 'objection-open', objection: 'yield' }],
    ],
    [6, 'the objection accepted', { objections: [{ kind: 'yield', reaction: 'accepted' }] }, []],
    [7, 'no outcome', {}, [{ what: 'outcome' }]],
  ] as const)('step %i, %s', (step, _, facts, missing) => {
    const now = noteFacts(at(step), facts, TODAY)
    expect(missingFor(now)).toEqual(missing)
    const onward = advance(now, TODAY)
    if (missing.length > 0) expect(onward).toEqual({ ok: false, reason: 'not-done', missing })
    else expect(granted(onward)).toMatchObject({ step: step + 1, progressOn: TODAY })
  })

  it('without a product or a need there is nothing to find', () => {
    const { product: _, ...bare } = anOpportunity()
    expect(missingFor(bare)).toEqual([{ what: 'need-or-product' }])
  })
})

describe('steps are skipped back and forth', () => {
  it('over a step, saying what was left open', () => {
    const decision = skip(at(2), TODAY, 5)
    expect(decision).toMatchObject({ ok: true, opportunity: { step: 5 } })
    expect(decision.ok && decision.leftOpen.map((m) => m.what)).toEqual(['man', 'man', 'man'])
  })

  it('back to one before, with everything that was told', () => {
    const told = noteFacts(at(5), { amountFen: fenOfYuan(300_000) }, TODAY)
    expect(granted(back(told, TODAY))).toMatchObject({ step: 4, amountFen: fenOfYuan(300_000) })
    expect(granted(back(told, TODAY, 2))).toMatchObject({ step: 2 })
  })

  it.each([
    ['back from the first', () => back(at(1), TODAY), 1],
    ['forward over the last', () => skip(at(7), TODAY), 7],
    ['back to where it is', () => back(at(4), TODAY, 4), 4],
    ['forward to where it was', () => skip(at(4), TODAY, 3), 4],
    ['to half a step', () => skip(at(4), TODAY, 4.5), 4],
  ])('%s there is no step', (_, move: () => StepDecision, from) => {
    expect(move()).toEqual({ ok: false, reason: 'no-step-there', from })
  })
})

describe('leaving keeps the place', () => {
  it('and is no progress; the next step or answer goes on from there', () => {
    const left = granted(pause(at(4), TODAY))
    expect(left).toMatchObject({ step: 4, paused: true, progressOn: OPENED })
    expect(granted(pause(left, TODAY)).history).toEqual(left.history)
    const on = granted(resume(left, TODAY))
    expect(on).toMatchObject({ step: 4, progressOn: TODAY })
    expect(on.paused).toBeUndefined()
    expect(granted(skip(left, TODAY)).paused).toBeUndefined()
  })
})

describe('won', () => {
  it('from whatever step, which then is the last', () => {
    const won = granted(win(at(3), BOUGHT, TODAY))
    expect(won).toMatchObject({
      step: 7,
      state: 'won',
      outcome: { kind: 'won', amountFen: fenOfYuan(500_000) },
    })
    expect(won.history.at(-1)).toEqual({ kind: 'win', on: TODAY, from: 3, to: 7 })
  })

  it('not with a product that does not suit', () => {
    const refusals = [
      { reason: 'level-above-rating', level: 'R4', rating: 'C2', cure: 'choose-lower-level' },
    ] as const
    expect(win(at(7), { ...BOUGHT, suitability: { fits: false, refusals } }, TODAY)).toEqual({
      ok: false,
      reason: 'not-suitable',
      refusals,
    })
  })

  it('also by someone who may not be addressed for marketing: the wish was theirs', () => {
    const refusals = [{ reason: 'no-marketing-consent', cure: 'ask-consent' }] as const
    expect(win(at(7), { ...BOUGHT, suitability: { fits: false, refusals } }, TODAY).ok).toBe(true)
  })

  it('with an amount', () => {
    expect(win(at(7), { ...BOUGHT, amountFen: fenOfYuan(0) }, TODAY)).toMatchObject({
      reason: 'amount-not-positive',
    })
  })
})

describe('lost and postponed', () => {
  it('lost needs a reason', () => {
    expect(lose(at(3), '  ', TODAY)).toEqual({ ok: false, reason: 'reason-missing' })
    expect(granted(lose(at(3), ' 买房了 ', TODAY))).toMatchObject({
      step: 7,
      state: 'lost',
      outcome: { kind: 'lost', reason: '买房了' },
    })
  })

  it('postponed needs a later day, and keeps its step until it is taken up again', () => {
    expect(postpone(at(5), TODAY, TODAY)).toEqual({ ok: false, reason: 'day-not-later', today: TODAY })
    const later = granted(postpone(at(5), addDays(TODAY, 1), TODAY))
    expect(later).toMatchObject({ step: 5, state: 'postponed', outcome: { until: '2026-11-24' } })
    expect(advance(later, TODAY)).toEqual({ ok: false, reason: 'not-open', state: 'postponed' })
    const again = granted(resume(later, TODAY))
    expect(again).toMatchObject({ step: 5, state: 'open' })
    expect(again.outcome).toBeUndefined()
  })

  it.each([
    ['advance', (o: ReturnType<typeof at>) => advance(o, TODAY)],
    ['back', (o: ReturnType<typeof at>) => back(o, TODAY)],
    ['skip', (o: ReturnType<typeof at>) => skip(o, TODAY)],
    ['pause', (o: ReturnType<typeof at>) => pause(o, TODAY)],
    ['resume', (o: ReturnType<typeof at>) => resume(o, TODAY)],
    ['win', (o: ReturnType<typeof at>) => win(o, BOUGHT, TODAY)],
    ['lose', (o: ReturnType<typeof at>) => lose(o, '不需要', TODAY)],
    ['postpone', (o: ReturnType<typeof at>) => postpone(o, addDays(TODAY, 7), TODAY)],
  ])('what is finished stays so: no %s', (_, command) => {
    const won = granted(win(at(7), BOUGHT, TODAY))
    expect(command(won)).toEqual({ ok: false, reason: 'finished', state: 'won' })
    expect(noteFacts(won, { need: '养老' }, TODAY)).toBe(won)
  })
})

describe('whatever is done with it', () => {
  const command = fc.oneof(
    fc.constant((o: ReturnType<typeof at>, on: typeof TODAY) => advance(o, on)),
    fc
      .integer({ min: 0, max: 8 })
      .map((to) => (o: ReturnType<typeof at>, on: typeof TODAY) => skip(o, on, to)),
    fc
      .integer({ min: 0, max: 8 })
      .map((to) => (o: ReturnType<typeof at>, on: typeof TODAY) => back(o, on, to)),
    fc.constant((o: ReturnType<typeof at>, on: typeof TODAY) => pause(o, on)),
    fc.constant((o: ReturnType<typeof at>, on: typeof TODAY) => resume(o, on)),
    fc.constant((o: ReturnType<typeof at>, on: typeof TODAY) => postpone(o, addDays(on, 3), on)),
    fc.constant((o: ReturnType<typeof at>, on: typeof TODAY) => lose(o, '不需要', on)),
    fc.constant((o: ReturnType<typeof at>, on: typeof TODAY) => win(o, BOUGHT, on)),
  )

  it('its history leads from the opening to where it stands, without a gap', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let now = anOpportunity()
        let on = OPENED
        for (const run of commands) {
          on = addDays(on, 1)
          const decision = run(now, on)
          if (decision.ok) now = decision.opportunity
        }
        expect(STEPS).toContain(now.step)
        expect(now.history[0]).toEqual({ kind: 'open', on: OPENED, from: 1, to: 1 })
        now.history.slice(1).forEach((move, i) => {
          expect(move.from).toBe(now.history[i]!.to)
          expect(move.on > now.history[i]!.on).toBe(true)
        })
        expect(now.history.at(-1)!.to).toBe(now.step)
        expect((now.state === 'open') === (now.outcome === undefined)).toBe(true)
      }),
    )
  })
})
