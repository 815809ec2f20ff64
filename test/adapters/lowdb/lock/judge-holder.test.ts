import { describe, expect, it } from 'vitest'
import { type HolderFacts, judgeHolder, type Seen } from '../../../../src/adapters/lowdb/lock/judge-holder.js'

/** This process, the first of its container. */
const ME = {
  pid: 1,
  host: 'daybook',
  bootId: 'boot',
  startTicks: '9000',
  pidSpace: 'pid:[2]',
  machineId: 'm',
}
const HERE: Seen = { sign: 'none', folder: '7', isLocal: false, isProcessThere: false }
/** A process of the same place that was there before. */
const BEFORE: HolderFacts = { ...ME, startTicks: '100', sign: 'alive-1', folder: '7' }

const judge = (holder: Partial<HolderFacts>, seen: Partial<Seen> = {}) =>
  judgeHolder({ ...BEFORE, ...holder }, ME, { ...HERE, ...seen })
const without = (...facts: readonly (keyof HolderFacts)[]): HolderFacts =>
  Object.fromEntries(
    Object.entries(BEFORE).filter(([fact]) => !facts.some((one) => one === fact)),
  ) as unknown as HolderFacts // pid and host are never among them

describe('whether the holder of a lock still works in the home', () => {
  it.each<[string, HolderFacts, Partial<Seen>, string]>([
    ['its process is there', BEFORE, { isProcessThere: true }, 'running'],
    ['it is gone, and its number went to this process', BEFORE, {}, 'gone'],
    [
      'it answers, from whatever container',
      { ...BEFORE, pidSpace: 'pid:[3]', host: 'x' },
      { sign: 'alive' },
      'running',
    ],
    [
      'its container was replaced: the system has hung up',
      { ...BEFORE, pidSpace: 'pid:[3]', host: 'x' },
      { sign: 'dead' },
      'gone',
    ],
    [
      'its container was replaced by one of the same name, and shows no sign',
      { ...BEFORE, pidSpace: 'pid:[3]' },
      {},
      'unknown',
    ],
    [
      'a container beside this one has the same name and number',
      { ...BEFORE, pidSpace: 'pid:[3]' },
      { sign: 'alive', isProcessThere: true },
      'running',
    ],
    ['the machine was started anew', { ...BEFORE, bootId: 'before' }, {}, 'gone'],
    [
      'the machine was started anew, and the container has another name',
      { ...BEFORE, bootId: 'before', host: 'x' },
      { isLocal: true },
      'gone',
    ],
    [
      'it is on another machine that shares the files',
      { ...BEFORE, bootId: 'other', host: 'x', machineId: 'n' },
      {},
      'unknown',
    ],
    [
      'it is on another machine of the same name',
      { ...BEFORE, bootId: 'other', machineId: 'n' },
      {},
      'unknown',
    ],
    [
      'it is on another machine: a socket of there is dead here, and proves nothing',
      { ...BEFORE, bootId: 'other', host: 'x' },
      { sign: 'dead' },
      'unknown',
    ],
    [
      'it runs in the folder that this one is a copy of',
      BEFORE,
      { folder: '8', isProcessThere: true, isLocal: true },
      'gone',
    ],
    [
      'the same, and its sign was copied, too',
      BEFORE,
      { folder: '8', isProcessThere: true, sign: 'dead' },
      'gone',
    ],
    [
      'the folder has another number where numbers change',
      without('sign'),
      { folder: '8', isProcessThere: true },
      'running',
    ],
    [
      'an older program wrote the lock: its process is there',
      without('sign', 'folder', 'pidSpace', 'machineId'),
      { isProcessThere: true },
      'running',
    ],
    [
      'an older program wrote the lock: its process is gone',
      without('sign', 'folder', 'pidSpace', 'machineId'),
      {},
      'gone',
    ],
    [
      'an older program wrote it in a container of another name',
      { ...without('sign', 'folder', 'pidSpace'), host: 'x' },
      {},
      'unknown',
    ],
    [
      'no boot is known, on the same host',
      without('bootId', 'pidSpace', 'startTicks'),
      { isProcessThere: true },
      'running',
    ],
  ])('%s', (_, holder, seen, state) => {
    expect(judgeHolder(holder, ME, { ...HERE, ...seen })).toBe(state)
  })

  it('nothing that answers is ever taken over, whatever else is seen', () => {
    for (const bootId of ['boot', 'other'])
      for (const host of ['daybook', 'x'])
        for (const folder of ['7', '8'])
          for (const isLocal of [true, false])
            for (const isProcessThere of [true, false])
              expect(judge({ bootId, host }, { sign: 'alive', folder, isLocal, isProcessThere })).toBe(
                'running',
              )
  })
})
