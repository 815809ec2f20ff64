import { describe, expect, it } from 'vitest'
import { interpreted } from '../a-thread.js'

const wishesOf = (says: string) =>
  interpreted(says).commands.map((command) =>
    command.kind === 'wish'
      ? `${command.reading.intent} ${command.reading.slots.when?.day ?? ''}`.trim()
      : command.kind,
  )

describe('a reminder that is dictated behind a report is a wish of its own', () => {
  it.each([
    ['李总电话没打通后天十点提醒我再打给李总', ['contact.log', 'task.add 2026-11-25']],
    ['打了陈总没接明天提醒我再打', ['contact.log', 'task.add 2026-11-24']],
    ['陈姐说再想想周五上午提醒我给她回个电话', ['contact.log', 'task.add 2026-11-27']],
    ['打了陈总没接,明天提醒我再打', ['contact.log', 'task.add 2026-11-24']],
  ])('%s', (says, wishes) => expect(wishesOf(says)).toEqual(wishes))

  it.each([
    ['后天十点提醒我打给李总', ['task.add 2026-11-25']],
    ['李总后天十点提醒我打', ['task.add 2026-11-25']],
    ['明天提醒我约陈总周五见面', ['task.add 2026-11-24']],
  ])('and one that stands alone is one: %s', (says, wishes) => expect(wishesOf(says)).toEqual(wishes))
})
