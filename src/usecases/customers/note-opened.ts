import type { Day } from '../../domain/day.js'
import type { Desks } from '../../ports/ports.js'

/** Remembers whose page a manager opened today, so that the evening can ask about calls that were not logged. */
export function noteOpened({ desks }: { readonly desks: Desks }) {
  return (managerId: string, customerId: string, day: Day): Promise<void> =>
    desks.change(managerId, (desk) => {
      const known = desk.opened?.day === day ? desk.opened.customerIds : []
      if (known.includes(customerId)) return { desk, result: undefined }
      return { desk: { ...desk, opened: { day, customerIds: [...known, customerId] } }, result: undefined }
    })
}
