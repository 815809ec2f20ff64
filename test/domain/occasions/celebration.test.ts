import { describe, expect, it } from 'vitest'
import { celebrationsOf, keptDays } from '../../../src/domain/customer/celebrations.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { celebration } from '../../../src/domain/occasions/celebration.js'
import { aCustomer } from '../../support/customers.js'
import { contextOn } from '../../support/rules.js'

const on = (today: string, over: Partial<Customer>) => celebration(aCustomer('c1', over), contextOn(today))

describe('a birthday', () => {
  it.each([
    ['2026-11-23', '1980-11-24', true, 'tomorrow'],
    ['2026-11-23', '1980-11-23', false, 'today: told the working day before'],
    ['2026-11-23', '1980-11-25', false, 'the day after tomorrow'],
    ['2026-11-20', '1980-11-21', true, 'on Saturday, told on Friday'],
    ['2026-11-20', '1980-11-23', true, 'on Monday, the next working day'],
    ['2026-11-20', '1980-11-24', false, 'on Tuesday'],
    ['2026-09-30', '1980-10-01', true, 'in National Day'],
    ['2026-09-30', '1980-10-08', true, 'on the first working day after it'],
    ['2026-02-27', '1980-02-28', true, 'on a Saturday that is worked'],
    ['2026-02-27', '1980-03-01', false, 'after a Saturday that is worked'],
    ['2026-12-31', '1980-01-01', true, 'across the year'],
  ])('on %s, of who was born on %s: %s (%s)', (today, birthday, isShown) => {
    expect(on(today, { birthday: day(birthday) }).length > 0).toBe(isShown)
  })

  it('of 29 February is kept on the 28th in other years', () => {
    const birthday = day('1988-02-29')
    expect(on('2026-02-27', { birthday })).toMatchObject([{ on: '2026-02-28', years: 38 }])
    expect(on('2024-02-28', { birthday })).toMatchObject([{ on: '2024-02-29', years: 36 }])
    expect(on('2024-02-27', { birthday })).toEqual([])
  })

  it('where a lunar one is given the solar one is not kept', () => {
    const of = { birthday: day('1980-11-24'), lunarBirthday: '08-15' }
    expect(on('2026-11-23', of)).toEqual([])
    expect(on('2026-09-24', of)).toMatchObject([{ kind: 'birthday', on: '2026-09-25', calendar: 'lunar' }])
  })

  it.each([
    ['08-15', '2025-10-06', 'Mid-Autumn of a year with a leap month before it'],
    ['06-10', '2025-07-04', 'the regular sixth month of 2025, not its leap month'],
    ['L06-10', '2025-07-04', 'a day of a leap month, kept in the month of the same number'],
    ['L06-10', '2026-07-23', 'the same in a year without that leap month'],
    ['01-01', '2027-02-06', 'Spring Festival 2027'],
    ['12-30', '2026-02-16', "a 30th on the 29th of 2025's short last month"],
    ['12-29', '2026-02-16', 'a 29th on the same day'],
    ['12-30', '2024-02-09', 'a 30th in a long last month'],
    ['12-29', '2024-02-08', 'a 29th in a long last month'],
  ])('lunar %s is kept on %s: %s', (lunarBirthday, kept) => {
    const year = keptDays({ from: day(`${kept.slice(0, 4)}-01-01`), to: day(`${kept.slice(0, 4)}-12-31`) })
    expect(celebrationsOf({ lunarBirthday }, year)).toEqual([{ of: 'birthday', on: kept, calendar: 'lunar' }])
  })

  it('in a month with 30 days the 29th is not the 30th', () => {
    const days = keptDays({ from: day('2024-02-08'), to: day('2024-02-08') })
    expect(celebrationsOf({ lunarBirthday: '12-29' }, days)).toHaveLength(1)
    expect(celebrationsOf({ lunarBirthday: '12-30' }, days)).toHaveLength(0)
  })
})

describe('an anniversary', () => {
  it('is told with the years it has been, from the first return on', () => {
    expect(on('2026-11-23', { anniversary: day('2016-11-24') })).toMatchObject([
      { kind: 'anniversary', years: 10 },
    ])
    expect(on('2026-11-23', { anniversary: day('2026-11-24') })).toEqual([])
  })
})
