import type { Soak } from './report.js'

/**
 * `npm run soak -- <name> [--seed N] [--count N]`: one thing done to Daybook very often, seeded and repeatable. Prints one
 * JSON object; ends with 1 where something did not hold. docs/reliability.md has the figures.
 */
const SOAKS = {
  activities: async () => (await import('./activities.js')).soakActivities,
  chat: async () => (await import('./chat.js')).soakChat,
  files: async () => (await import('./files.js')).run,
  kills: async () => (await import('./kills.js')).soakKills,
  patterns: async () => (await import('./patterns.js')).soakPatterns,
  replicas: async () => (await import('./replicas.js')).soakReplicas,
} as const satisfies Record<string, () => Promise<Soak>>

const [name = '', ...rest] = process.argv.slice(2)
const load = Object.entries(SOAKS).find(([known]) => known === name)?.[1]
const seed = numberAfter('--seed') ?? 7
const count = numberAfter('--count')
if (load === undefined || Number.isNaN(seed) || Number.isNaN(count)) {
  console.error(`soak <name> [--seed N] [--count N]; there are: ${Object.keys(SOAKS).join(', ')}`)
  process.exit(2)
}

const begun = Date.now()
const soak = await load()
const { broken, figures } = await soak({
  seed,
  ...(count === undefined ? {} : { count }),
  progress: (done, of) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of}`)
  },
})
const seconds = Math.round((Date.now() - begun) / 1_000)
console.log(JSON.stringify({ soak: name, seed, seconds, ...figures, broken }, undefined, 2))
process.exit(broken.length === 0 ? 0 : 1)

function numberAfter(option: string): number | undefined {
  const at = rest.indexOf(option)
  return at < 0 ? undefined : Number(rest[at + 1] ?? Number.NaN)
}
