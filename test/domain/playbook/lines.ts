import { day } from '../../../src/domain/day.js'
import type { LineRequest } from '../../../src/domain/playbook/choose-line.js'
import type { Line } from '../../../src/domain/playbook/line.js'
import type { Playbook } from '../../../src/domain/playbook/playbook.js'
import { PLAYBOOKS } from '../../support/playbook.js'

/** An opening for a maturity, said to anyone. */
export function aLine(id: string, over: Partial<Line> = {}): Line {
  return {
    id,
    kind: 'occasion',
    situation: 'maturity',
    locale: 'zh-CN',
    text: `${id}：{title}您好`,
    approvedBy: '合规部',
    version: '1',
    ...over,
  }
}

/** The shipped playbook with these lines in the place of its own. */
export function aPlaybook(...lines: readonly Line[]): Playbook {
  return { ...PLAYBOOKS['zh-CN'], lines }
}

/** Words for a maturity on a Monday, for a customer who may be addressed with anything. */
export function aRequest(over: Partial<LineRequest> = {}): LineRequest {
  return {
    kind: 'occasion',
    situation: 'maturity',
    customer: { id: 'C1', permission: 'any' },
    values: { title: '陈总' },
    day: day('2026-11-23'),
    ...over,
  }
}
