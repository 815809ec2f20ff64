import { addDays, type Day, dayOfMonth, monthOf } from '../domain/day.js'
import type { DayFlow } from '../domain/ledger/day-flow.js'
import { addFen, type Fen, fen } from '../domain/money.js'
import type { Chance } from './chance.js'
import type { Scene } from './scene.js'

const DAYS_KEPT = 365
/** The bank posts interest on the 21st of the last month of a quarter. */
const INTEREST_DAY = 21

/** A year of an ordinary account: pay once a month, bills and shopping in between, interest each quarter. */
export function drawFlows(
  scene: Scene,
  chance: Chance,
  aum: Fen,
  until: Day = scene.today,
): readonly DayFlow[] {
  const pay = Math.min(60_000_00, Math.max(4_000_00, Math.round(aum / 60 / 10_000) * 10_000))
  const payDay = chance.int(5, 25)
  const flows: DayFlow[] = []
  let balance = Math.round(aum * 0.05) + pay
  for (let on = addDays(scene.today, -DAYS_KEPT); on <= until; on = addDays(on, 1)) {
    const amounts: number[] = []
    if (dayOfMonth(on) === payDay) amounts.push(pay)
    if (chance.is(0.12)) amounts.push(-Math.min(Math.round(pay * 0.26), Math.max(0, balance)))
    const interest =
      dayOfMonth(on) === INTEREST_DAY && monthOf(on) % 3 === 0 ? Math.round(balance * 0.0003) : 0
    const own = amounts.filter((amount) => amount !== 0)
    if (own.length === 0 && interest <= 0) continue
    const net = own.reduce((sum, amount) => sum + amount, interest)
    balance += net
    flows.push({
      on,
      netFen: fen(net),
      balanceFen: fen(balance),
      ownCount: own.length,
      ownAbsFen: fen(own.reduce((sum, amount) => sum + Math.abs(amount), 0)),
    })
  }
  return flows
}

/** The same flows with one more own row of `amount` on `on`; later balances move with it. */
export function withMovement(flows: readonly DayFlow[], on: Day, amount: Fen): readonly DayFlow[] {
  const before = flows.filter((flow) => flow.on < on)
  const same = flows.find((flow) => flow.on === on)
  const start = same?.balanceFen ?? before.at(-1)?.balanceFen ?? fen(Math.max(0, -amount))
  const moved: DayFlow = {
    on,
    netFen: addFen(same?.netFen ?? fen(0), amount),
    balanceFen: addFen(start, amount),
    ownCount: (same?.ownCount ?? 0) + 1,
    ownAbsFen: addFen(same?.ownAbsFen ?? fen(0), fen(Math.abs(amount))),
  }
  const after = flows
    .filter((flow) => flow.on > on)
    .map((flow) =>
      flow.balanceFen === undefined ? flow : { ...flow, balanceFen: addFen(flow.balanceFen, amount) },
    )
  return [...before, moved, ...after]
}
