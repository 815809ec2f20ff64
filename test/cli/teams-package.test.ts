import { existsSync, readFileSync } from 'node:fs'
import ajvDraft04 from 'ajv-draft-04'
import { expect, it } from 'vitest'
import { teamsManifest } from '../../src/cli/teams-package.js'
import { dataFolder } from '../../src/places.js'

const SCHEMAS = '../shared/data/public/schemas'
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

it.skipIf(!existsSync(SCHEMAS))(
  'manifest and translation are what Teams takes (skipped where the published schemas are not at hand)',
  () => {
    const ajv = new ajvDraft04.default({ strict: false, validateFormats: false, unicodeRegExp: false })
    const read = (name: string) => JSON.parse(readFileSync(`${SCHEMAS}/${name}`, 'utf8'))
    const isManifest = ajv.compile(read('MicrosoftTeams.schema.json'))
    isManifest(JSON.parse(teamsManifest(VALUES)))
    expect(isManifest.errors ?? []).toEqual([])
    const isTranslation = ajv.compile(read('MicrosoftTeams.Localization.schema.json'))
    isTranslation(JSON.parse(readFileSync(`${dataFolder('teams-app')}/zh-cn.json`, 'utf8')))
    expect(isTranslation.errors ?? []).toEqual([])
  },
)
