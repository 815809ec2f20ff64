/** What `npm run bench` prints: one JSON object, each figure measured beside its baseline in the same run. */
type Figures = object

const BENCHES = {
  turns: async () => (await import('./turns.js')).benchTurns(),
  brief: async () => (await import('./brief.js')).benchBrief(),
  campaign: async () => (await import('./campaign.js')).benchCampaign(),
  store: async () => (await import('./store.js')).benchStore(),
  idle: async () => (await import('./idle-minute.js')).benchIdle(),
  postgres: async () => (await import('./postgres.js')).benchPostgres(),
  import: async () => (await import('./import.js')).benchImport(),
  search: async () => (await import('./search.js')).benchSearch(),
  language: async () => (await import('./language.js')).benchLanguage(),
  delivery: async () => (await import('./delivery.js')).benchDelivery(),
  sender: async () => (await import('./sender.js')).benchSender(),
  loop: async () => (await import('./loop.js')).benchLoop(),
  year: async () => (await import('./year.js')).benchYear(),
} as const satisfies Record<string, () => Promise<Figures>>

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}

const figures: Record<string, Figures> = {}
for (const [name, run] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  if (process.stderr.isTTY) console.error(name)
  figures[name] = await run()
}
console.log(JSON.stringify(figures, undefined, 2))
process.exit(0)
