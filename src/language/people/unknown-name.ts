const ENGLISH_NAME =
  /\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Madam)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)+\b|\b(?:Mr|Mrs|Ms|Miss|Dr|Madam)\.? [A-Z][a-z]+\b/

/** A name of two words or with a title, as an English message writes it; for a report about nobody in the book. */
export function unknownNameIn(text: string): string | undefined {
  const unstarted = text.replace(/^\s*(?:Called|Rang|Phoned|Saw|Met|Emailed|Messaged|Texted|Visited)\s+/, '')
  return ENGLISH_NAME.exec(unstarted)?.[0]
}
