import type { Command } from 'commander'
import type { Daybook } from '../compose/daybook.js'
import { findCustomer } from '../domain/book.js'
import type { Customer } from '../domain/customer/customer.js'
import { breathe } from '../ports/breathe.js'

/** A customer of the bank and the manager in whose book it is; ends the command where there is none of that id. */
export async function customerOf(
  { store }: Daybook,
  command: Command,
  customerId: string,
): Promise<{ readonly customer: Customer; readonly managerId: string }> {
  for (const { id } of store.managers.all()) {
    const customer = findCustomer(await store.books.read(id), customerId)
    if (customer !== undefined) return { customer, managerId: id }
    await breathe()
  }
  command.error(`no customer ${customerId}`, { exitCode: 2 })
}
