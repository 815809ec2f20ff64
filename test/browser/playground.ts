import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'

export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
export const hasChromium = existsSync(CHROMIUM)

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Screenshots go under `docs/` where they are asked for, so that a test run leaves the tree as it was. */
export const SCREENSHOTS = process.env['DAYBOOK_SCREENSHOTS'] === '1' ? 'docs/screenshots' : undefined

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET })
}

export interface Running {
  /** The address that the start command printed. */
  readonly url: string
  stop(): Promise<void>
}

/** The README's start command over `home`, until it prints the address to open. */
export async function npmStart(home: string, port: number): Promise<Running> {
  const child: ChildProcess = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, DAYBOOK_HOME: home, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /Open (http:\S+)/.exec(printed)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)))
  })
  return {
    url,
    async stop() {
      const ended = once(child, 'exit')
      // The whole group: npm, the server and the Playground.
      process.kill(-child.pid!, 'SIGTERM')
      await ended
      // npm may be gone before the server has written its last lines.
      while (isRunning(-child.pid!)) await wait(50)
    },
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A manager's hands and eyes on the chat. */
export class ChatPage {
  constructor(readonly page: Page) {}

  static async open(browser: Browser, url: string, size = { width: 1100, height: 1600 }): Promise<ChatPage> {
    const page = await browser.newPage({ viewport: size })
    await page.goto(url)
    return new ChatPage(page)
  }

  /** Types a line and sends it. */
  async say(text: string): Promise<void> {
    await this.page.locator('[role=textbox][contenteditable=true]').first().click()
    await this.page.keyboard.insertText(text)
    await this.page.keyboard.press('Enter')
  }

  /** Waits until the newest card that holds all of `words` is there. */
  async cardWith(...words: readonly string[]) {
    let cards = this.page.locator('.ac-adaptiveCard')
    for (const word of words) cards = cards.filter({ hasText: word })
    const card = cards.last()
    await card.waitFor({ timeout: 30_000 })
    await card.scrollIntoViewIfNeeded()
    return card
  }

  async seesText(text: string): Promise<void> {
    await this.page.getByText(text).last().waitFor({ timeout: 30_000 })
  }

  async keep(name: string, of: Awaited<ReturnType<ChatPage['cardWith']>>): Promise<void> {
    if (SCREENSHOTS === undefined) return
    mkdirSync(SCREENSHOTS, { recursive: true })
    await of.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
  }
}
