/** A zero, or half of a pair, as `JSON.stringify` writes them: the database has no such text. */
const NOT_STORED = /\\u(?:0000|[dD][89abAB])/
// biome-ignore lint/suspicious/noControlCharactersInRegex: the one character that the database has no text for
const IN_TEXT = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const REPLACEMENT = '\ufffd'

/** JSON as `jsonb` takes it: what it has no text for becomes U+FFFD. */
export function storable(json: string): string {
  if (!NOT_STORED.test(json)) return json
  return JSON.stringify(JSON.parse(json), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(IN_TEXT, REPLACEMENT) : value,
  )
}
