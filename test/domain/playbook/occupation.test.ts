import { describe, expect, it } from 'vitest'
import { occupationOf } from '../../../src/domain/playbook/occupation.js'
import { PLAYBOOKS } from '../../support/playbook.js'

const guides = PLAYBOOKS['zh-CN'].occupations

describe('the occupation a profile names', () => {
  it.each([
    ['企业主', 'business-owner'],
    ['个体工商户', 'shopkeeper'],
    ['企业高管', 'executive'],
    ['公务员', 'civil-servant'],
    ['国企员工', 'state-company'],
    ['教师', 'teacher'],
    ['医生', 'doctor'],
    ['律师', 'lawyer'],
    ['会计', 'accountant'],
    ['工程师', 'engineer'],
    ['IT', 'engineer'],
    ['警察/军人', 'police-soldier'],
    ['销售', 'salesperson'],
    ['自由职业', 'freelancer'],
    ['家庭主妇', 'homemaker'],
    ['退休', 'retired'],
    ['退休教师', 'retired'],
    ['市二中数学老师', 'teacher'],
    ['Software engineer', 'engineer'],
    ['retired teacher', 'teacher'],
    ['养蜂', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s', (written, id) => {
    expect(occupationOf(guides, written)).toBe(id)
  })
})
