import type { Customer } from '../../../domain/customer/customer.js'
import type { Profile } from '../../../domain/customer/profile-fields.js'

/** How a customer is called in a line: the nickname with the name behind it, `陈总 陈建国`. */
export function nameOf(customer: Pick<Profile, 'name' | 'nickname'>): string {
  const { name, nickname } = customer
  return nickname === undefined || nickname === name || name.startsWith(`${nickname} `)
    ? name
    : `${nickname} ${name}`
}

/** The short name alone: `陈总`. */
export function shortName(customer: Pick<Profile, 'name' | 'nickname'>): string {
  return customer.nickname ?? customer.name
}

/** `138****0001`: enough to tell two customers apart, too little to call. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 7 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/** What tells namesakes apart in a choice: trade or company, and the last digits of the phone. */
export function tellApart(customer: Customer): readonly string[] {
  const parts = [customer.company ?? customer.occupation]
  return parts.filter((p) => p !== undefined)
}
