import type { Desk } from '../../src/domain/manager/desk.js'

/** A desk with a reference; `undefined` takes a part away. */
export function aDesk(over: { [K in keyof Desk]?: Desk[K] | undefined } = {}): Desk {
  const desk = {
    managerId: 'M1',
    reference: { conversation: 'chat-M1' },
    deliveries: [],
    settings: {},
    ...over,
  }
  return Object.fromEntries(
    Object.entries(desk).filter(([, value]) => value !== undefined),
  ) as unknown as Desk
}
