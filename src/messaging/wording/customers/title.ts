import type { Gender } from '../../../domain/customer/profile-fields.js'
import type { Locale } from '../../../domain/manager/manager.js'

const DOUBLE_SURNAMES = [
  '欧阳',
  '司马',
  '诸葛',
  '上官',
  '司徒',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '东方',
  '南宫',
]

interface Named {
  readonly name: string
  readonly nickname?: string
  readonly gender?: Gender
}

/**
 * How a customer is addressed: by the nickname the manager uses; else Chinese by surname with 先生 or 女士, or the
 * whole name where the gender is not known; English as Mr or Ms with the surname in Latin letters, which `romanise`
 * gives for a Chinese name, an empty text where it cannot.
 */
export function titleOf(named: Named, locale: Locale, romanise?: (name: string) => string): string {
  return locale === 'zh-CN' ? chineseTitle(named) : englishTitle(named, romanise)
}

function chineseTitle({ name, nickname, gender }: Named): string {
  if (nickname !== undefined) return nickname
  if (gender === undefined || !isChinese(name)) return name
  return `${surnameOf(name)}${gender === 'male' ? '先生' : '女士'}`
}

function englishTitle({ name, nickname, gender }: Named, romanise?: (name: string) => string): string {
  if (nickname !== undefined && !isChinese(nickname)) return nickname
  const latin = (text: string) => (isChinese(text) ? capitalised(romanise?.(text) ?? '') : text)
  if (gender === undefined) return latin(name) || (nickname ?? name)
  const surname = isChinese(name) ? latin(surnameOf(name)) : name.slice(name.lastIndexOf(' ') + 1)
  return surname === '' ? (nickname ?? name) : `${gender === 'male' ? 'Mr' : 'Ms'} ${surname}`
}

function capitalised(text: string): string {
  return text.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
}

function surnameOf(name: string): string {
  return DOUBLE_SURNAMES.find((double) => name.startsWith(double) && name.length > 2) ?? name.slice(0, 1)
}

function isChinese(text: string): boolean {
  return /^\p{Script=Han}/u.test(text)
}
