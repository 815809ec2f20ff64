import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { teamsManifest } from '../../../../src/cli/commands/process/teams-package.js'
import { dataFolder, programVersion } from '../../../../src/compose/places.js'

const VALUES = {
  appId: '6a1f0d3e-5b0c-4c0e-9d53-0f7f5c9b1a11',
  host: 'daybook.example.com',
  developer: 'Bank "East"',
}

it('the manifest names the bot, the host and the bank', () => {
  const manifest = JSON.parse(teamsManifest(VALUES))
  expect(manifest).toMatchObject({
    id: VALUES.appId,
    developer: { name: 'Bank "East"', websiteUrl: 'https://daybook.example.com' },
    bots: [{ botId: VALUES.appId, scopes: ['personal'], supportsFiles: true }],
  })
})

it('the manifest has the version of the program, and names pages that are there', () => {
  const { version, developer } = JSON.parse(teamsManifest(VALUES)) as {
    version: string
    developer: Record<string, string>
  }
  expect(version).toBe(programVersion())
  for (const url of [developer['privacyUrl']!, developer['termsOfUseUrl']!]) {
    const page = readFileSync(join(dataFolder('pages'), `${new URL(url).pathname.slice(1)}.html`), 'utf8')
    expect(page).toMatch(/lang="zh-CN"[\s\S]*lang="en"/)
  }
})

/** What Teams refuses a manifest for, of its published schema 1.17 and later. */
const Manifest = z.strictObject({
  $schema: z.url(),
  manifestVersion: z.string(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  id: z.uuid(),
  developer: z.strictObject({
    name: z.string().max(32),
    websiteUrl: z.url().startsWith('https://').max(2_048),
    privacyUrl: z.url().startsWith('https://').max(2_048),
    termsOfUseUrl: z.url().startsWith('https://').max(2_048),
  }),
  name: z.strictObject({ short: z.string().max(30), full: z.string().max(100) }),
  description: z.strictObject({ short: z.string().max(80), full: z.string().max(4_000) }),
  icons: z.strictObject({ color: z.string().max(2_048), outline: z.string().max(2_048) }),
  accentColor: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  localizationInfo: z.looseObject({ defaultLanguageTag: z.string() }),
  bots: z
    .array(z.looseObject({ botId: z.uuid(), scopes: z.array(z.enum(['personal', 'team', 'groupChat'])) }))
    .max(1),
  permissions: z.array(z.string()).optional(),
  validDomains: z.array(z.string().max(2_048)).max(16).optional(),
})

it('the manifest keeps to the lengths and forms that Teams takes', () => {
  expect(Manifest.safeParse(JSON.parse(teamsManifest(VALUES))).error?.issues ?? []).toEqual([])
})
