import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '../../src/domain/manager/manager.js'
import type { Reply } from '../../src/ports/reply.js'
import { everyCard } from '../support/every-card.js'
import { spokenCards } from '../support/spoken-cards.js'
import { CHROMIUM, hasChromium, launch, SCREENSHOTS } from './playground.js'
import { HOST_CONFIGS, WIDTHS } from './teams-look.js'

/** Of every card there is a picture where a folder is asked for; these few stand in the documents. */
const IN_DOCS: ReadonlySet<string> = new Set(
  [
    ...['brief', 'why', 'evening', 'week', 'results', 'branch', 'alert', 'settings', 'meeting sheet'],
    ...[
      'campaign, its draft',
      'campaign, its progress',
      'campaign, who is left',
      'value plan, running',
      'wealth review',
    ],
    ...['leaving', 'money-kept', 'promises-kept', 'what-works', 'what-if', 'raise', 'what else to sell'],
  ].flatMap((name) => [`${name} zh-CN light phone`, `${name} en-US dark desktop`]),
)

/** A folder for the pictures of all cards in all looks. */
const GALLERY = process.env['DAYBOOK_GALLERY']

const RENDERER = 'node_modules/adaptivecards/dist/adaptivecards.min.js'

/** Buttons as Teams draws them, so that their width is the one that counts. */
function buttonLook({ card, text }: { readonly card: string; readonly text: string }): string {
  return `.ac-pushButton{font:600 14px 'Segoe UI',sans-serif;color:${text};background:${card};border:1px solid #8886;border-radius:4px;padding:5px 12px;margin:0}
.ac-pushButton.style-positive{background:#5b5fc7;border-color:#5b5fc7;color:#fff}`
}

describe.skipIf(!hasChromium)(`every card as Teams shows it (skipped without ${CHROMIUM})`, () => {
  let browser: Browser

  const cards = new Map<Locale, readonly (readonly [string, Reply])[]>()

  beforeAll(async () => {
    browser = await launch()
    for (const locale of LOCALES) cards.set(locale, [...everyCard(locale), ...(await spokenCards(locale))])
  }, 60_000)
  afterAll(() => browser?.close())

  const looks = LOCALES.flatMap((locale) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      (['phone', 'desktop'] as const).map((device) => ({ locale, theme, device })),
    ),
  )

  it.each(looks)(
    '$locale, $theme, $device: nothing is wider than the screen',
    async ({ locale, theme, device }) => {
      const { page: colours, hostConfig } = HOST_CONFIGS[theme]
      const page = await browser.newPage({ viewport: { width: WIDTHS[device], height: 800 } })
      await page.setContent(
        `<body style="margin:0;background:${colours.background};font-family:'Segoe UI',sans-serif"><div id="at"></div></body>`,
      )
      await page.addScriptTag({ path: RENDERER })
      await page.addStyleTag({ content: buttonLook(colours) })
      for (const [name, { card }] of cards.get(locale) ?? []) {
        const size = await page.evaluate(
          ({ json, config, background }) => {
            // The renderer puts itself there; nothing of it is typed in a page.
            const { AdaptiveCard, HostConfig } = Reflect.get(globalThis, 'AdaptiveCards')
            // Teams reads Markdown: what we escape stands there without its backslash.
            AdaptiveCard.onProcessMarkdown = (text: string, result: object) => {
              const plain = text.replace(/\\([\\`*_[\]#<>~|+-]|\d+\.)/g, '$1')
              const outputHtml = plain.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
              Object.assign(result, { didProcess: true, outputHtml })
            }
            const shown = new AdaptiveCard()
            shown.hostConfig = new HostConfig(config)
            shown.parse(json)
            const at = Reflect.get(globalThis, 'document').querySelector('#at')
            at.replaceChildren(shown.render())
            at.style.background = background
            const buttons: { getBoundingClientRect(): { right: number } }[] = [
              ...at.querySelectorAll('button'),
            ]
            const edge = Math.max(0, ...buttons.map((button) => button.getBoundingClientRect().right))
            return { scroll: Math.max(at.scrollWidth, edge), width: at.clientWidth }
          },
          { json: card, config: hostConfig, background: colours.card },
        )
        expect.soft(size.scroll, name).toBeLessThanOrEqual(size.width)
        const inDocs = IN_DOCS.has(`${name} ${locale} ${theme} ${device}`)
        if (GALLERY === undefined && (SCREENSHOTS === undefined || !inDocs)) continue
        const file = `${name.replaceAll(/[ ,]+/g, '-')}-${locale.slice(0, 2)}.png`
        const folder = GALLERY === undefined ? join(SCREENSHOTS ?? '', 'cards') : join(GALLERY, device, theme)
        mkdirSync(folder, { recursive: true })
        await page.locator('#at').screenshot({ path: join(folder, file) })
      }
      await page.close()
    },
  )
})
