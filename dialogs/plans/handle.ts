import { findCustomer } from '../../src/domain/book.js'
import { nextToAsk } from '../../src/domain/customer/facts/completeness.js'
import { addMonths, type Day, parseDay } from '../../src/domain/day.js'
import { type AmountRange, fenOfYuan } from '../../src/domain/money.js'
import { type PlanWish, planTerms } from '../../src/domain/plan/draft-plan.js'
import { currentPlan } from '../../src/domain/plan/in-book.js'
import type { PlanMove } from '../../src/domain/plan/move-plan.js'
import { isSum, type ValuePlan } from '../../src/domain/plan/plan.js'
import { checkDueOn, planProgress } from '../../src/domain/plan/progress.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { planReply } from '../../src/messaging/cards/plans/plan-card.js'
import { plansReply, proposalsReply } from '../../src/messaging/cards/plans/plans-card.js'
import { planWordsFor } from '../../src/messaging/wording/plans/plan-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { keepersFor } from '../../src/usecases/branch/seen-books.js'
import { type DraftPlanDeps, draftPlan } from '../../src/usecases/plans/draft-plan.js'
import { listPlans, type ManagerPlans, proposePlans } from '../../src/usecases/plans/list-plans.js'
import { type MovePlanDeps, movePlan } from '../../src/usecases/plans/move-plan.js'
import type { BriefCards } from '../brief/brief-cards.js'
import { type About, type ActForCustomer, forCustomer } from '../customers/for-customer.js'
import type { Deps } from '../deps.js'
import { type Acts, type Handlers, NOTHING, type PressHandlers, saidNames, sayNobody } from '../handler.js'
import type { Session } from '../session.js'
import { DRAFT_PLAN, type PlanInput, type PlanToDraft } from './flow.js'

type PlanDeps = Pick<Deps, 'books' | 'managers' | 'journal' | 'policy' | 'calendar'>

/** Value plans: how they stand, whom one is proposed for, a new one, and what is done to one. */
export function planHandlers(deps: PlanDeps): Handlers {
  const list = listPlans(deps)
  const propose = proposePlans(deps)
  return {
    async 'plan.show'(request) {
      const { session, reading } = request
      if ((reading.slots.customers ?? []).length > 0) return forCustomer('plan', reading)
      if (saidNames(reading) !== '') return sayNobody(request)
      const { manager, locale, today, at } = session
      const { ids, names } = keepersFor(deps.managers, manager)
      const shown = { locale, today, ...(names === undefined ? {} : { names }) }
      const look = reading.asked?.planLook
      await deps.journal.append({
        at,
        managerId: manager.id,
        act: look === undefined ? 'plan.list' : `plan.${look}`,
      })
      if (look === 'proposed') {
        await session.reply(proposalsReply(await propose(ids, today), shown))
        return undefined
      }
      const all = await list(ids, today)
      const wanted = look === 'due' ? all.map((one) => toLookAt(one, manager.role === 'head', today)) : all
      await session.reply(plansReply(wanted, look === 'due', shown))
      return undefined
    },

    async 'plan.start'(request) {
      const { session, reading } = request
      const candidates = reading.slots.customers ?? []
      if (candidates.length === 0) {
        if (saidNames(reading) !== '') return sayNobody(request)
        await session.reply({ text: planWordsFor(session.locale).whoFor })
        return undefined
      }
      const { amount, when } = reading.slots
      const { metric, count } = reading.asked?.planWish ?? {}
      const sum = sumOf(amount)
      const wish: PlanWish = {
        ...(metric === undefined ? (sum === undefined ? {} : { metric: 'aum' }) : { metric }),
        ...(metric === 'kinds' || metric === 'card'
          ? count === undefined
            ? {}
            : { target: count }
          : sum === undefined
            ? {}
            : { target: sum }),
        ...(when === undefined ? {} : { due: when.day }),
      }
      const input: PlanInput = { said: saidNames(reading), candidates, wish }
      return { flow: DRAFT_PLAN, input }
    },

    async 'plan.change'(request) {
      const { reading, unsure } = request
      if ((reading.slots.customers ?? []).length === 0) return sayNobody(request)
      const change = reading.asked?.planChange
      // What is not clear is shown, with the buttons for what may be done.
      if (change === undefined || unsure) return forCustomer('plan', reading)
      const sum = sumOf(reading.slots.amount)
      const { when } = reading.slots
      return forCustomer('plan-move', reading, {
        kind: change.kind,
        ...(change.step === undefined ? {} : { step: String(change.step) }),
        ...(change.reason === undefined ? {} : { reason: change.reason }),
        ...(sum === undefined ? {} : { target: String(sum) }),
        ...(when === undefined ? {} : { due: when.day }),
      })
    },
  }

  /** A head's look is for drafts and exceptions; a manager's also for checks that are due. */
  function toLookAt({ managerId, plans }: ManagerPlans, isHead: boolean, today: Day): ManagerPlans {
    return {
      managerId,
      plans: plans.filter(({ plan, exceptions }) => {
        const dueOn = checkDueOn(plan, deps.policy, deps.calendar)
        if (isHead) return plan.state === 'draft' || exceptions.length > 0
        return exceptions.length > 0 || (dueOn !== undefined && dueOn <= today)
      }),
    }
  }
}

function sumOf(amount: AmountRange | undefined): number | undefined {
  const value = amount?.max ?? amount?.min
  return value === undefined || amount?.currency !== undefined ? undefined : fenOfYuan(value)
}

/** What is done with one customer's plan. */
export interface PlanActs {
  readonly show: ActForCustomer
  readonly move: ActForCustomer
}

export function createPlans(deps: PlanDeps & MovePlanDeps, briefs: BriefCards): PlanActs {
  const move = movePlan(deps)

  async function show(customerId: string, _about: About, session: Session): Promise<void> {
    const { manager, locale, today, at } = session
    const customer = findCustomer(await deps.books.read(manager.id), customerId)
    if (customer === undefined) {
      await session.reply({ text: wordingFor(locale).noCustomer(customerId) })
      return
    }
    const plan = currentPlan(customer) ?? customer.plans?.at(-1)
    await deps.journal.append({ at, managerId: manager.id, act: 'plan.show', customerIds: [customer.id] })
    if (plan === undefined) {
      await session.reply({ text: planWordsFor(locale).noneOf(shortName(customer)) })
      return
    }
    const progress = planProgress(plan, customer, deps.policy, today)
    await session.reply(planReply({ progress, locale, today, isHead: manager.role === 'head' }))
  }

  return {
    show,
    async move(customerId, about, session) {
      const { manager, locale, today, at, turnId } = session
      const own = planWordsFor(locale)
      const customer = findCustomer(await deps.books.read(manager.id), customerId)
      const plan =
        customer && (customer.plans?.find(({ id }) => id === about['planId']) ?? currentPlan(customer))
      if (customer === undefined || plan === undefined) {
        await session.reply({
          text:
            customer === undefined
              ? wordingFor(locale).noCustomer(customerId)
              : own.noneOf(shortName(customer)),
        })
        return
      }
      const wanted = moveOf(about, plan)
      if (wanted === undefined) return show(customerId, about, session)
      const changeId = `${turnId}/${plan.id}`
      const result = await move({ changeId, manager, customerId, planId: plan.id, move: wanted, today, at })
      if (result.status === 'repeated') await session.reply({ text: wordingFor(locale).doneBefore })
      else if (result.status === 'not-in-book') await session.reply({ text: own.gone })
      else if (result.status === 'refused') await session.reply({ text: own.refusals[result.because] })
      else {
        const progress = planProgress(result.plan, result.customer, deps.policy, today)
        const toAsk =
          result.plan.state === 'closed' ? nextToAsk(result.customer, deps.policy, today) : undefined
        await session.reply(
          planReply({
            progress,
            locale,
            today,
            isHead: manager.role === 'head',
            done: { text: movedText(wanted, result.plan, shortName(customer), session), changeId },
            ...(toAsk === undefined ? {} : { toAsk }),
          }),
        )
        await briefs.refresh(session)
      }
    },
  }

  function moveOf(about: About, plan: ValuePlan): PlanMove | undefined {
    const { kind, step, stepId, reason, target, due } = about
    const why = reason === undefined ? {} : { reason }
    switch (kind) {
      case 'agree':
      case 'start':
        return { kind }
      case 'on-track':
        return { kind: 'check', verdict: 'on-track' }
      case 'stop':
        return plan.state === 'running'
          ? { kind: 'check', verdict: 'stop', ...why }
          : { kind: 'close', ...why }
      case 'close':
        return { kind: 'close', ...why }
      case 'told': {
        const id = stepId ?? byDay(plan)[Number(step) - 1]?.id
        return id === undefined ? undefined : { kind: 'told', stepId: id }
      }
      case 'adjust': {
        const day = due === undefined ? undefined : parseDay(due)
        const sum = target === undefined ? undefined : Number(target)
        const moved = deps.calendar.sameOrNext(addMonths(plan.due, 1))
        return {
          kind: 'check',
          verdict: 'adjust',
          terms: {
            ...(sum === undefined || !isSum(plan.metric) ? {} : { target: sum }),
            ...(day === undefined ? (sum === undefined ? { due: moved } : {}) : { due: day }),
          },
        }
      }
      default:
        return undefined
    }
  }
}

/** The steps in the order in which a card numbers them. */
function byDay({ steps }: ValuePlan) {
  return steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function movedText(move: PlanMove, plan: ValuePlan, name: string, { locale }: Session): string {
  const { moved } = planWordsFor(locale)
  if (move.kind === 'agree') return moved.agree(name, plan.state === 'running')
  return moved[move.kind === 'check' ? move.verdict : move.kind](name)
}

export function planActs(deps: PlanDeps & DraftPlanDeps, briefs: BriefCards): Acts {
  const draft = draftPlan(deps)
  return {
    [DRAFT_PLAN]: async ({ customerId, wish }: PlanToDraft, session: Session, changeId) => {
      const { manager, locale, today, at } = session
      const own = planWordsFor(locale)
      const customer = findCustomer(await deps.books.read(manager.id), customerId)
      if (customer === undefined) {
        await session.reply({ text: wordingFor(locale).noCustomer(customerId) })
        return
      }
      const { policy, calendar } = deps
      const terms = planTerms(customer, wish, { policy, calendar }, today)
      const result = await draft({ changeId, managerId: manager.id, customerId, terms, today, at })
      const isHead = manager.role === 'head'
      switch (result.status) {
        case 'drafted':
        case 'has-one': {
          const progress = planProgress(result.plan, result.customer, policy, today)
          const done =
            result.status === 'drafted'
              ? { text: own.askedHead, changeId }
              : { text: own.hasOne(shortName(customer)) }
          await session.reply(planReply({ progress, locale, today, isHead, done }))
          break
        }
        case 'quiet':
          await session.reply({ text: own.quiet(shortName(customer)) })
          break
        case 'refused':
          await session.reply({ text: own.refusals[result.because] })
          break
        case 'repeated':
          await session.reply({ text: wordingFor(locale).doneBefore })
          break
        case 'not-in-book':
          await session.reply({ text: wordingFor(locale).noCustomer(customerId) })
      }
      await briefs.refresh(session)
    },
  }
}

export function planButtons(plans: PlanActs): PressHandlers {
  return {
    'plan.show': async ({ data }, session) => {
      await plans.show(String(data['customerId']), {}, session)
      return NOTHING
    },
    'plan.draft': async ({ data }) => {
      const input: PlanInput = { said: '', candidates: [String(data['customerId'])], wish: {} }
      return { flow: DRAFT_PLAN, input }
    },
    'plan.move': async ({ data }, session) => {
      const { kind, planId, stepId } = data
      const step = typeof stepId === 'string' ? { stepId } : {}
      await plans.move(
        String(data['customerId']),
        { kind: String(kind), planId: String(planId), ...step },
        session,
      )
      return NOTHING
    },
  }
}
