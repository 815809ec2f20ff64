import { describe, expect, it } from 'vitest'
import { type Heard, isSentAgain, turnMemory } from '../../../src/adapters/bot/repeats.js'

const SECOND = 1_000

/** The first message arrives at 100 s of our clock, having been written at 500 s of the messenger's. */
const first = { content: '是', writtenAt: 500 * SECOND, arrivedAt: 100 * SECOND } satisfies Heard
const answer = Promise.resolve('')

describe('the same words again', () => {
  it.each([
    {
      case: 'while the first is being answered',
      answered: undefined,
      written: 515,
      arrives: 115,
      again: true,
    },
    { case: 'written when the first was', answered: 102, written: 500, arrives: 115, again: true },
    { case: 'written before we answered', answered: 110, written: 509.9, arrives: 112, again: true },
    { case: 'written when we had answered', answered: 110, written: 510, arrives: 112, again: false },
    { case: 'resent as late as they are', answered: 101, written: 500, arrives: 130, again: true },
    { case: 'later than anything is resent', answered: 101, written: 500, arrives: 130.1, again: false },
    {
      case: 'without a time, in the same breath',
      answered: 101,
      written: undefined,
      arrives: 103,
      again: true,
    },
    {
      case: 'without a time, after a breath',
      answered: 101,
      written: undefined,
      arrives: 103.1,
      again: false,
    },
  ])('$case: a repeat is $again', ({ answered, written, arrives, again }) => {
    const heard = {
      content: '是',
      arrivedAt: arrives * SECOND,
      ...(written === undefined ? {} : { writtenAt: written * SECOND }),
    }
    const answeredAt = answered === undefined ? undefined : answered * SECOND
    expect(isSentAgain({ heard: first, answer, answeredAt }, heard)).toBe(again)
  })

  it('other words are never a repeat', () => {
    expect(isSentAgain({ heard: first, answer, answeredAt: undefined }, { ...first, content: '否' })).toBe(
      false,
    )
  })
})

describe('turnMemory', () => {
  const heard = (id: string, over: Partial<Heard> = {}): Heard => ({ id, content: id, arrivedAt: 0, ...over })

  it('a repeat waits for the first and gets its answer', async () => {
    const memory = turnMemory<string>(() => 0)
    let finish = (_: string): void => {}
    const turn = new Promise<string>((resolve) => {
      finish = resolve
    })
    const one = memory.once(heard('a'), () => turn)
    const two = memory.once(heard('a'), async () => 'never run')
    finish('done')
    expect(await one).toEqual({ answer: 'done', isRepeat: false })
    expect(await two).toEqual({ answer: 'done', isRepeat: true })
  })

  it('what failed may be tried again; those who waited for it are not told twice', async () => {
    const memory = turnMemory<string>(() => 0)
    const one = memory.once(heard('a'), async () => Promise.reject(new Error('no disk')))
    const two = memory.once(heard('a'), async () => 'never run')
    await expect(one).rejects.toThrow('no disk')
    expect(await two).toEqual({ answer: undefined, isRepeat: true })
    expect(await memory.once(heard('a'), async () => 'mended')).toEqual({ answer: 'mended', isRepeat: false })
  })

  it('an id counts for ten minutes, for the messenger may give it again', async () => {
    const memory = turnMemory<string>(() => 0)
    await memory.once(heard('a', { content: 'x' }), async () => 'first')
    const isRepeatAt = async (ms: number) =>
      (await memory.once(heard('a', { content: `${ms}`, arrivedAt: ms }), async () => '')).isRepeat
    expect(await isRepeatAt(600_000)).toBe(true)
    expect(await isRepeatAt(600_001)).toBe(false)
  })
})
