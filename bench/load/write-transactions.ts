import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { addDays, type Day } from '../../src/domain/day.js'
import { chanceOf } from '../../src/sample/chance.js'

/** A file of transactions of a year and a little up to `today`, as a bank writes it. */
export async function writeTransactions(
  path: string,
  count: number,
  customerIds: readonly string[],
  today: Day,
): Promise<void> {
  const chance = chanceOf('transactions', count)
  const summaries = ['转账汇入', '现金支取', '代扣生活缴费', '结息', '']
  async function* lines() {
    yield '\ufeff流水号,客户号,交易日期,金额,余额,摘要\r\n'
    let block = ''
    for (let n = 0; n < count; n++) {
      const on = addDays(today, Math.floor((n * 380) / count) - 380)
      const [amount, balance] = [chance.int(-500_000, 500_000) / 100, chance.int(0, 9_999_999) / 100]
      block += `T${String(n).padStart(10, '0')},${chance.pick(customerIds)},${on},${amount.toFixed(2)},${balance.toFixed(2)},${chance.pick(summaries)}\r\n`
      if (block.length < 1 << 16) continue
      yield block
      block = ''
    }
    yield block
  }
  await pipeline(lines, createWriteStream(path))
}
