import { decodeHTMLStrict } from 'entities'

/** Text that came out of a page of the bank's systems with `&amp;` for `&`: entities of HTML as what they stand for. */
export function withEntitiesRead(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text
}

/** The text so that reading its entities gives it back: only an `&` that would be read as one is written as one. */
export function withEntitiesKept(text: string): string {
  return decodeHTMLStrict(text) === text ? text : text.replaceAll('&', '&amp;')
}
