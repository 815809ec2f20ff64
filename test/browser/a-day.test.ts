import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCalendar } from '../../src/config/calendar.js'
import { dayIn } from '../../src/domain/day.js'
import { CHROMIUM, ChatPage, hasChromium, launch, npmStart, type Running } from './playground.js'

const PORT = 39_780

const today = dayIn('Asia/Shanghai', new Date())
/** On a day off no maturity falls on the list; whose regular contact is long overdue is on it. */
const [first, second] = loadCalendar('data/calendar').isWorkingDay(today)
  ? ['陈总', '李总']
  : ['周董', '张医生']

describe.skipIf(!hasChromium)(`a manager's day in the Playground (skipped without ${CHROMIUM})`, () => {
  const home = mkdtempSync(join(tmpdir(), 'daybook-day-'))
  let running: Running
  let browser: Browser
  let chat: ChatPage

  beforeAll(async () => {
    running = await npmStart(home, PORT)
    browser = await launch()
    chat = await ChatPage.open(browser, running.url)
  })
  afterAll(async () => {
    await browser?.close()
    await running?.stop()
    rmSync(home, { recursive: true, force: true })
  })

  it('opens with a welcome and the brief', async () => {
    await chat.seesText('我是 Daybook')
    const brief = await chat.cardWith('今日联系', first)
    await chat.keep('brief-zh', brief)
  })

  it('answers who matures, in both languages', async () => {
    await chat.say('who matures in the next 7 days')
    await chat.keep('maturities-en', await chat.cardWith('Maturing', '陈总', 'left'))
    await chat.say('未来7天谁到期')
    await chat.keep('maturities-zh', await chat.cardWith('到期', '陈总', '还有'))
  })

  it('shows a customer from a button of the brief', async () => {
    const brief = await chat.cardWith('今日联系', first)
    await brief.getByRole('button', { name: '查看' }).first().click()
    await chat.keep('customer-zh', await chat.cardWith('持有', '最近联系'))
  })

  it('writes a call down, plans the next contact and takes it back', async () => {
    await chat.say('刚打了陈总,下周三上午十点来续存100万')
    const logged = await chat.cardWith('已记下', '陈总', '10:00见面')
    await chat.keep('logged-zh', logged)
    await logged.getByRole('button', { name: '撤销' }).click()
    await chat.cardWith('已撤销')
  })

  it('asks which of two namesakes is meant, and goes on after a question in between', async () => {
    await chat.say('刚打了张伟,没接')
    const question = await chat.cardWith('有几位')
    await chat.keep('choose-zh', question)
    await chat.say('help')
    await chat.keep('help-en', await chat.cardWith('You can say'))
    await question.getByRole('button', { name: /^1/ }).click()
    await chat.cardWith('已记下', '张伟')
  })

  it('logs by button', async () => {
    await chat.say('晨报')
    const brief = await chat.cardWith('今日联系', second)
    await brief.getByRole('button', { name: '记录' }).nth(1).click()
    const question = await chat.cardWith('联系得怎么样')
    await question.getByRole('button', { name: '还在考虑' }).click()
    await chat.cardWith('已记下', '还在考虑')
  })

  it('has lost nothing after a restart', async () => {
    await chat.say('刚打了陈总,他再考虑')
    await chat.cardWith('已记下', '陈总')
    await chat.page.close()
    await running.stop()
    running = await npmStart(home, PORT)
    chat = await ChatPage.open(browser, running.url)
    await chat.cardWith('今日联系')
    await chat.say('晨报')
    const brief = await chat.cardWith('今日联系', '今天已联系')
    expect(await brief.textContent()).not.toContain('陈总 陈立群')
  })
})
