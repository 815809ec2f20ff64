import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import { isOfWords } from '../../text/parted.js'
import type { Form } from '../form.js'

/** Latin forms of a book by the first letters of their words. */
export interface NearSpellings {
  /**
   * The nearest forms of as many words with the same first letters: one letter away over all, two where the words are
   * long together. What is longer than any form is not compared.
   */
  slipsOf(words: readonly string[]): readonly string[]
}

const SHORTEST = 5
/** From this many letters on two may be wrong. */
const LONG = 9
/** No form of more words is looked for. */
const MOST_WORDS = 3

interface Spelled {
  readonly text: string
  readonly letters: string
  /** Which letters occur, a bit each: one slip changes at most two. */
  readonly mask: number
}

export function createNearSpellings(latin: ReadonlyMap<string, Form>): NearSpellings {
  const byInitials = new Map<string, Spelled[]>()
  let longest = 0
  for (const text of latin.keys()) {
    const initials = initialsOf(text)
    if (text.length < SHORTEST || initials === undefined) continue
    const letters = text.replaceAll(' ', '')
    longest = Math.max(longest, letters.length)
    const spelled = { text, letters, mask: maskOf(letters) }
    const known = byInitials.get(initials)
    if (known === undefined) byInitials.set(initials, [spelled])
    else known.push(spelled)
  }
  return {
    slipsOf(words) {
      const said = words.join('')
      const limit = said.length >= LONG ? 2 : 1
      if (said.length < SHORTEST - 1 || said.length > longest + limit) return []
      const mask = maskOf(said)
      let nearest: string[] = []
      let least = limit
      for (const { text, letters, mask: other } of byInitials.get(words.map((w) => w[0]).join('')) ?? []) {
        const isFar =
          Math.abs(letters.length - said.length) > least ||
          bitsOf(mask ^ other) > 2 * least ||
          letters === said
        if (isFar) continue
        const distance = DamerauLevenshteinDistance(letters, said, { restricted: true })
        if (distance > least || distance === 0) continue
        if (distance < least) nearest = []
        least = distance
        nearest.push(text)
      }
      return nearest
    },
  }
}

function initialsOf(text: string): string | undefined {
  let initials = text[0] ?? ''
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) initials += text[at + 1] ?? ''
  return initials.length > MOST_WORDS ? undefined : initials
}

function maskOf(letters: string): number {
  let mask = 0
  for (let i = 0; i < letters.length; i++) mask |= 1 << (letters.charCodeAt(i) & 31)
  return mask
}

function bitsOf(mask: number): number {
  let bits = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++
  return bits
}

const SYLLABLE =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:i?ao|i?ang|iong|u?ang|u?ai|ian|uan|ing|eng|ong|ie|iu|ia|ua|uo|ui|un|ue|ve|ei|ou|an|en|er|in|a|o|e|i|u|v))$/
const LONGEST_SYLLABLE = 6

/**
 * Two letters that changed places or a vowel left out, in a word that nobody can be called: no syllables, as "lna" and "kevn".
 * Whole names of both, in lower case.
 */
export function isSlipOfFingers(said: string, meant: string): boolean {
  const [words, right] = [said.split(' '), meant.split(' ')]
  return (
    words.length === right.length &&
    words.every((word, at) => {
      const other = right[at] ?? ''
      return (
        word === other ||
        ((isTurned(word, other) || lacksVowel(word, other)) && !isOfWords(word, SYLLABLE, LONGEST_SYLLABLE))
      )
    })
  )
}

function isTurned(word: string, other: string): boolean {
  return word[0] === other[0] && [...word].sort().join('') === [...other].sort().join('')
}

function lacksVowel(word: string, other: string): boolean {
  return (
    other.length === word.length + 1 &&
    [...other].some(
      (letter, at) => /[aeiou]/.test(letter) && at > 0 && other.slice(0, at) + other.slice(at + 1) === word,
    )
  )
}
