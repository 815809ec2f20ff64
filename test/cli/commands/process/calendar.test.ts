import { CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { calendarCommand } from '../../../../src/cli/commands/process/calendar.js'
import { loadCalendar } from '../../../../src/config/calendar.js'
import { day } from '../../../../src/domain/day.js'

async function run(...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = []
  const command = calendarCommand({
    calendar: () => loadCalendar('data/calendar'),
    today: () => day('2026-11-23'),
    out: (line) => lines.push(line),
  })
  await command
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parseAsync([...args], { from: 'user' })
  return lines
}

describe('calendar', () => {
  it("prints this year's months with holidays and make-up days", async () => {
    const lines = await run()
    expect(lines[0]).toBe('2026: 248 working days')
    expect(lines).toContain('Feb  16   off 15–23 Spring Festival 春节 · worked Sat 14 · worked Sat 28')
    expect(lines).toContain('Oct  18   off 1–7 National Day 国庆节 · worked Sat 10')
    expect(lines).toContain('Nov  21')
  })

  it('says when a year has no data', async () => {
    const lines = await run('2027')
    expect(lines[0]).toBe('2027: 261 working days')
    expect(lines[1]).toContain('no calendar for 2027')
  })

  it('prints the months as data', async () => {
    const [line] = await run('2027', '--json')
    expect(JSON.parse(line ?? '')).toMatchObject({
      year: 2027,
      hasData: false,
      provisional: true,
      workingDays: 261,
    })
    const [known] = await run('2026', '--json')
    expect(JSON.parse(known ?? '').months[9]).toMatchObject({
      month: 10,
      workingDays: 18,
      makeUpDays: [{ day: '2026-10-10', zh: '国庆节', en: 'National Day' }],
    })
  })

  it.each(['26', 'soon', '20266'])('%s is wrong use', async (year) => {
    await expect(run(year)).rejects.toMatchObject({ exitCode: 2 })
    await expect(run(year)).rejects.toBeInstanceOf(CommanderError)
  })
})
