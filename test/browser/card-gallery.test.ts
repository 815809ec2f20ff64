import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/domain/manager.js'
import { everyCard } from '../support/every-card.js'
import { CHROMIUM, hasChromium, launch, SCREENSHOTS } from './playground.js'
import { HOST_CONFIGS, WIDTHS } from './teams-look.js'

const RENDERER = 'node_modules/adaptivecards/dist/adaptivecards.min.js'

describe.skipIf(!hasChromium)(`every card as Teams shows it (skipped without ${CHROMIUM})`, () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
  })
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
      for (const [name, { card }] of everyCard(locale)) {
        const size = await page.evaluate(
          ({ json, config, background }) => {
            // The renderer puts itself there; nothing of it is typed in a page.
            const { AdaptiveCard, HostConfig } = Reflect.get(globalThis, 'AdaptiveCards')
            const shown = new AdaptiveCard()
            shown.hostConfig = new HostConfig(config)
            shown.parse(json)
            const at = Reflect.get(globalThis, 'document').querySelector('#at')
            at.replaceChildren(shown.render())
            at.style.background = background
            return { scroll: at.scrollWidth, width: at.clientWidth }
          },
          { json: card, config: hostConfig, background: colours.card },
        )
        expect.soft(size.scroll, name).toBeLessThanOrEqual(size.width)
        if (SCREENSHOTS === undefined) continue
        const folder = join(SCREENSHOTS, 'cards', device, theme)
        mkdirSync(folder, { recursive: true })
        const file = `${name.replaceAll(/[ ,]+/g, '-')}-${locale.slice(0, 2)}.png`
        await page.locator('#at').screenshot({ path: join(folder, file) })
      }
      await page.close()
    },
  )
})
