/** Finds identity-card and bank-card numbers in a text by their check digits, so that no note keeps one whole. */
export interface MaskedText {
  readonly text: string
  /** How many numbers were masked. */
  readonly masked: number
}

const KEPT_DIGITS = 4
const CANDIDATE = /(?<![\d])\d(?:[ -]?[\dXx]){12,19}(?![\d])/g
const ID_FORM = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const ID_CHECKS = '10X98765432'

/** Every digit but the last four of each number with a valid check digit becomes `*`; other digits stay. */
export function maskIdentityNumbers(text: string): MaskedText {
  let masked = 0
  // Full-width digits are digits; they are as long as the plain ones, so places stay the same.
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  let out = ''
  let from = 0
  for (const match of plain.matchAll(CANDIDATE)) {
    const digits = match[0].replace(/[ -]/g, '').toUpperCase()
    if (!isIdentityNumber(digits) && !isCardNumber(digits)) continue
    masked++
    out +=
      text.slice(from, match.index) + '*'.repeat(digits.length - KEPT_DIGITS) + digits.slice(-KEPT_DIGITS)
    from = match.index + match[0].length
  }
  return { text: out + text.slice(from), masked }
}

/** A resident identity number of 18 places whose check digit is right (GB 11643). */
export function isIdentityNumber(digits: string): boolean {
  if (!ID_FORM.test(digits)) return false
  const sum = ID_WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return ID_CHECKS[sum % 11] === digits[17]
}

/** A card number of 13 to 19 digits whose check digit is right (Luhn, ISO/IEC 7812). */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
