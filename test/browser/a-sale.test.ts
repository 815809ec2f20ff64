import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, ChatPage, hasChromium, launch, npmStart, type Running } from './playground.js'

const PORT = 39_784

describe.skipIf(!hasChromium)(`a whole sale in the Playground (skipped without ${CHROMIUM})`, () => {
  const home = mkdtempSync(join(tmpdir(), 'daybook-sale-'))
  let running: Running
  let browser: Browser
  let chat: ChatPage

  beforeAll(async () => {
    running = await npmStart(home, PORT)
    browser = await launch()
    chat = await ChatPage.open(browser, running.url, { width: 900, height: 1600 })
  })
  afterAll(async () => {
    await browser?.close()
    await running?.stop()
    rmSync(home, { recursive: true, force: true })
  })

  /** Presses a button of the newest card that holds the words. */
  async function press(button: string | RegExp, ...on: readonly string[]): Promise<void> {
    const card = await chat.cardWith(...on)
    await card.getByRole('button', { name: button }).first().click()
  }

  it('goes from the first question to the ledger', async () => {
    await chat.cardWith('今日联系')
    await chat.say('开始跟进李总')
    await chat.cardWith('跟进', '【1】')
    await chat.say('孩子明年留学,想稳一点')
    await chat.keep('sale-know-zh', await chat.cardWith('跟进', '【2】', '钱?'))
    await press('钱: 有', '跟进', '【2】', '钱?')
    await press('决定权: 有', '跟进', '【2】', '决定权?')
    await chat.keep('sale-approach-zh', await chat.cardWith('跟进', '【3】'))
    await press('约好见面', '跟进', '【3】')
    await chat.cardWith('什么时候')
    await chat.say('明天下午三点')
    await chat.keep('sale-meeting-zh', await chat.cardWith('跟进', '【4】', '要带的'))
    await press('见面了', '跟进', '【4】')
    const value = await chat.cardWith('跟进', '【5】', '适合的产品')
    await chat.keep('sale-value-zh', value)
    await value.getByRole('button', { name: '安和纯债基金 · R2' }).click()
    await chat.cardWith('跟进', '【5】', '关于: 孩子明年留学,想稳一点 · 安和纯债基金')
    await chat.say('50万')
    await chat.cardWith('跟进', '【6】')
    await press('嫌收益低', '跟进', '【6】')
    await chat.keep('sale-objection-zh', await chat.cardWith('跟进', '【6】', '已化解'))
    await press(/已化解/, '跟进', '【6】', '已化解')
    await chat.cardWith('跟进', '【7】')
    await press(/^成交/, '跟进', '【7】')
    await chat.cardWith('已记入台账')
  })

  it('shows the funnel with a chart, and what is booked by days', async () => {
    await chat.say('我的漏斗')
    const funnel = await chat.cardWith('商机漏斗')
    expect(await funnel.textContent()).toContain('成交1笔')
    await chat.keep('pipeline-zh', funnel)
    await chat.say('约了李总后天下午三点来网点签字')
    await chat.cardWith('已约好')
    await chat.say('李总改到四点')
    await chat.keep('moved-zh', await chat.cardWith('已改期', '16:00'))
    await chat.say('约好的有哪些')
    await chat.keep('appointments-zh', await chat.cardWith('约好的', '改期'))
  })
})
