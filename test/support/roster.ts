import type { Manager } from '../../src/domain/manager/manager.js'
import type { Managers } from '../../src/ports/ports.js'

export function aManager(over: Partial<Manager> = {}): Manager {
  return {
    id: 'M1',
    name: '苏晓彤',
    branchId: '0101',
    role: 'manager',
    aadObjectId: 'aad-M1',
    briefTime: '08:30',
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    ...over,
  }
}

export function rosterOf(managers: readonly Manager[]): Managers {
  return {
    all: () => managers,
    find: (id) => managers.find((manager) => manager.id === id),
    byAadObjectId: (id) => managers.find((manager) => manager.aadObjectId === id),
  }
}
