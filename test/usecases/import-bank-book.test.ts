import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importShared } from '../support/imports.js'
import { temporaryStore } from '../support/temporary-store.js'

const BOOK = '../shared/data/book'

/** Found by comparing the damaged files with the whole ones, line by line. */
const BROKEN = {
  customers: {
    44: 'too-few-cells',
    48: 'no-such-day',
    66: 'negative-sum',
    87: 'unknown-manager',
    94: 'required',
    100: 'not-a-value',
    134: 'formula',
    144: 'lost-digits',
    149: 'not-a-sum',
    153: 'too-few-cells',
    161: 'too-many-cells',
    193: 'control-character',
    208: 'too-long',
    217: 'repeated-key',
    224: 'broken-bytes',
    229: 'not-yes-or-no',
    233: 'not-a-value',
    243: 'ambiguous-day',
    249: 'required',
    262: 'required',
    294: 'unclosed-quote',
  },
  holdings: {
    13: 'no-such-day',
    24: 'negative-sum',
    36: 'unknown-customer',
    38: 'required',
    47: 'not-a-value',
    85: 'not-a-sum',
    119: 'maturity-before-start',
    126: 'not-a-value',
    128: 'formula',
    138: 'lost-digits',
    150: 'too-few-cells',
    155: 'too-many-cells',
    170: 'control-character',
    184: 'too-long',
    190: 'required',
    221: 'not-a-sum',
    235: 'not-a-currency',
    241: 'repeated-key',
    264: 'not-yes-or-no',
    276: 'no-such-day',
  },
} as const

describe.skipIf(!existsSync(BOOK))(`the invented bank beside the project (skipped without ${BOOK})`, () => {
  it('comes in whole, the same in another form changes nothing, and every broken row is found', async () => {
    const store = await temporaryStore({ now: () => new Date('2026-11-23T01:00:00Z') })
    try {
      const counts: Record<string, number> = {}
      for (const kind of ['managers', 'products', 'customers', 'holdings'] as const) {
        const report = await importShared(store.bank, kind, `book/${kind}.csv`)
        expect(report).toMatchObject({ rejected: [], applied: true, unknownColumns: [] })
        counts[kind] = report.created
      }
      expect(counts).toEqual({ managers: 10, products: 12, customers: 4_500, holdings: 6_850 })

      for (const kind of ['customers', 'holdings'] as const) {
        const again = await importShared(store.bank, kind, `book/gbk/${kind}.csv`)
        expect(again).toMatchObject({
          encoding: 'gb18030',
          created: 0,
          updated: 0,
          unchanged: counts[kind],
          rejected: [],
        })

        const { rejected, created, updated, unchanged } = await importShared(
          store.bank,
          kind,
          `damaged/${kind}.csv`,
        )
        expect(Object.fromEntries(rejected.map(({ line, code }) => [line, code]))).toEqual(BROKEN[kind])
        // what is odd and right: a new customer with half a note, a product name with a quote in it
        expect([created, updated]).toEqual(kind === 'customers' ? [1, 0] : [0, 1])
        expect(created + updated + unchanged).toBe(kind === 'customers' ? 283 : 286)
      }
    } finally {
      await store.remove()
    }
  })
})
