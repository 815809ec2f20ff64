import { expect, it } from 'vitest'
import { companyForms, isBusinessName } from '../../../src/language/people/companies.js'

it.each([
  ['建国建材有限公司', ['建国建材'], '建国'],
  ['中国远洋运输集团', ['远洋运输'], undefined],
  ['正衡律师事务所', ['正衡律所'], undefined],
  ['汇通科技', ['汇通科技'], '汇通'],
  ['市第二中学', ['第二中学'], undefined],
])('%s is shortened to %j', (company, forms, brand) => {
  const found = companyForms(company)
  expect(found.forms).toEqual(expect.arrayContaining(forms))
  expect(found.brand).toBe(brand)
})

it.each([
  ['pacific trading', ['pacific trading', 'pacific']],
  ['blue harbor ltd', ['blue harbor ltd', 'blue harbor', 'blue']],
  ['zhang & partners', ['zhang & partners', 'zhang and partners', 'zhang']],
])('%s is shortened to %j', (company, forms) => {
  expect(companyForms(company).forms).toEqual(expect.arrayContaining(forms))
})

it.each([
  ['丽华美容美发店', true],
  ['鑫源五金', true],
  ['聚鲜阁餐饮(人民路店)', true],
  ['sunrise holdings', true],
  ['陈建国', false],
  ['欧阳文店', true],
  ['梁店', false],
  ['david chen', false],
])('%s is a business: %s', (name, is) => {
  expect(isBusinessName(name)).toBe(is)
})
