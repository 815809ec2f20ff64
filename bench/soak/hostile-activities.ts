import { gzipSync } from 'node:zlib'
import { mulberry32 } from '../../test/support/random.js'

/** One request to `/api/messages`, and which statuses may answer it. */
export interface Attack {
  readonly kind: AttackKind
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer<ArrayBuffer>
  readonly mayAnswer: readonly number[]
}

const KINDS = ['message', 'press', 'shape', 'attachment', 'event', 'replay', 'request'] as const
export type AttackKind = (typeof KINDS)[number]

/** How often each comes, of a hundred. Messages are the slowest: each is read, answered and may be written. */
const SHARES = {
  message: 6,
  press: 26,
  shape: 30,
  attachment: 6,
  event: 8,
  replay: 8,
  request: 16,
} as const satisfies Record<AttackKind, number>

const JSON_TYPE = { 'content-type': 'application/json' }
/** Our own refusals; 500 is none of them. */
const ANY = [200, 400, 403, 413, 415, 501]

const VERBS = (
  'agreement.cancel agreement.done agreement.move answer brief.attempt brief.defer brief.done brief.page brief.skip ' +
  'brief.skip.because brief.undo consent.note contact.log customer.hand-over customer.history customer.quiet customer.show ' +
  'export.table file.accept file.decline know.ask meeting.show objection.show practice.start practice.which product.match ' +
  'product.show read.as sales.start script.show script.topic settings.set settings.undo stand-in.begin stand-in.end undo ' +
  '__proto__ constructor toString hasOwnProperty valueOf'
).split(' ')

const FIELDS = (
  'customerId agreementId changeId productId managerId day until from to page reason prompt choice topic field list kind ' +
  'locale push on briefTime capacity round occupation period columns uploadInfo once constructor __proto__'
).split(' ')

const DAYS = [
  '2026-11-30',
  '2199-12-31',
  '9999-12-31',
  '0000-01-01',
  '1900-01-01',
  '2026-02-30',
  '+275760-09-13',
  '',
]

const SAYINGS = [
  '晨报',
  '本周谁到期',
  'who matures next week above 500k',
  '谁该联系了',
  '撤销',
  'undo',
  '帮助',
  '是',
  'no',
  '算了',
  '刚打了陈总,没接',
  'called Grace, no answer',
  '看看王总',
  '练一练:嫌收益低',
  '这句能发吗:保本保息',
  '取消',
  '1',
  '第二个',
  '让他后天下午三点来',
  '9999年12月31日谁到期',
  'who matures on 31 December 9999',
  '0年0月0日',
  '提醒我32号打电话',
  '下周三上午25点',
  '金额大于99999999999999亿',
  '1e309',
  '-0',
  'constructor',
  '__proto__',
  'undefined',
  'NaN',
  "'; drop table customers; --",
  '<script>alert(1)</script>',
  '{{constructor}}',
  '/etc/passwd',
  '%00%ff',
  '陈'.repeat(400),
  'a'.repeat(1_000),
  'ab '.repeat(400),
  '1'.repeat(900),
  '一'.repeat(1_000),
  '，。'.repeat(500),
  '王总李总张总'.repeat(100),
  '下周'.repeat(300),
  'next '.repeat(250),
  '(((('.repeat(300),
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.repeat(30),
  '👨‍👩‍👧‍👦'.repeat(60),
  '🏦'.repeat(500),
  '\u202e晨报\u202c',
  '陈\u200b总\u200d没\ufeff接',
  '\u0000\u0001\u0002',
  'é'.normalize('NFD').repeat(400),
  '\ud800',
  'ﷺ'.repeat(300),
  'İ'.repeat(500),
  'ß'.repeat(800),
  '½²③Ⅳ'.repeat(200),
  'x'.repeat(1_501),
  '好'.repeat(30_000),
] as const

const HTML = [
  '<p>本周谁到期</p>',
  '<blockquote itemtype="http://schema.skype.com/Reply">是</blockquote>',
  '<p>'.repeat(3_000),
  '<blockquote>'.repeat(1_000),
  '<img src=x onerror=alert(1)>',
  '<'.repeat(5_000),
  '&#x202e;&#0;&amp;'.repeat(500),
  '</p></p>',
  '',
] as const

const CONTENT_TYPES = [
  'image/png',
  'audio/mp4',
  'video/mp4',
  'text/html',
  'application/vnd.microsoft.teams.file.download.info',
  'application/vnd.microsoft.card.adaptive',
  'forwardedMessageReference',
  'messageReference',
  '',
  '__proto__',
  'x'.repeat(300),
] as const

const TYPES = [
  'typing',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'conversationUpdate',
  'installationUpdate',
  'event',
  'invoke',
  'endOfConversation',
  'command',
  'trace',
  'handoff',
  'suggestion',
  'constructor',
  '__proto__',
  '',
  'x'.repeat(200),
] as const

const INVOKES = [
  'adaptiveCard/action',
  'fileConsent/invoke',
  'composeExtension/query',
  'task/fetch',
  'signin/verifyState',
  'message/submitAction',
  'constructor',
  '',
  'x'.repeat(300),
] as const

export interface Targets {
  readonly serviceUrl: string
  /** Directory ids of managers. */
  readonly speakers: readonly string[]
  /** Ids of customers and others that exist. */
  readonly ids: readonly string[]
}

/** Attacks without end; the same seed makes the same ones. */
export function* hostileActivities(seed: number, targets: Targets): Generator<Attack> {
  const random = mulberry32(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  const isRarely = () => random() < 0.05
  let count = 0
  const sent: Attack[] = []

  const value = (depth = 0): unknown =>
    one<() => unknown>([
      () => null,
      () => true,
      () => below(1_000_000) - 500_000,
      () => 1e308,
      () => '',
      () => one(SAYINGS),
      () => one(DAYS),
      () => one(targets.ids),
      () => (depth > 3 ? [] : Array.from({ length: below(4) }, () => value(depth + 1))),
      () =>
        depth > 3 ? {} : { [one(FIELDS)]: value(depth + 1), [one(SAYINGS).slice(0, 20)]: value(depth + 1) },
    ])()

  const speaker = () => {
    const aadObjectId = isRarely() ? `stranger-${below(50)}` : one(targets.speakers)
    return {
      from: { id: `29:${aadObjectId}`, aadObjectId },
      conversation: { id: `chat-${aadObjectId}`, conversationType: 'personal' },
    }
  }

  const activity = (over: Readonly<Record<string, unknown>>) => ({
    type: 'message',
    id: `h${++count}`,
    timestamp: new Date(Date.UTC(2026, 10, 30) + count * 1_000).toISOString(),
    channelId: 'msteams',
    serviceUrl: targets.serviceUrl,
    recipient: { id: '28:daybook' },
    ...speaker(),
    ...(isRarely()
      ? { conversation: { id: `group-${below(20)}`, conversationType: 'groupChat', isGroup: true } }
      : {}),
    ...over,
  })

  const posted = (kind: AttackKind, over: Readonly<Record<string, unknown>>, mayAnswer = ANY): Attack => ({
    kind,
    headers: JSON_TYPE,
    body: JSON.stringify(activity(over)),
    mayAnswer,
  })

  const saying = (): string => {
    const words = Array.from({ length: 1 + below(3) }, () => one(SAYINGS))
    return isRarely() ? words.join('').slice(0, below(1_600)) : words[0]!
  }

  const press = (): Attack => {
    const data = Object.fromEntries(
      Array.from({ length: below(6) }, () => {
        const field = one(FIELDS)
        return [
          field,
          /Id$/.test(field) ? one(targets.ids) : /^(day|until|from|to)$/.test(field) ? one(DAYS) : value(),
        ]
      }),
    )
    const verb = one(VERBS)
    if (random() < 0.5)
      return posted('press', {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data } },
      })
    return posted('press', { value: { verb, ...data }, replyToId: `m${below(500)}` })
  }

  const shape = (): Attack => {
    const whole: Record<string, unknown> = activity({ text: one(SAYINGS) })
    const fields = [
      ...Object.keys(whole),
      'entities',
      'attachments',
      'value',
      'membersAdded',
      'channelData',
      'locale',
      'textFormat',
    ]
    for (let changes = 1 + below(3); changes > 0; changes--) {
      const field = one(fields)
      if (isRarely()) delete whole[field]
      // Answers go to the messenger of the soak and nowhere else.
      else if (field !== 'serviceUrl') whole[field] = value()
      else whole[field] = one(['https://example.invalid', 'http://127.0.0.1.example.invalid', 'x'])
    }
    return { kind: 'shape', headers: JSON_TYPE, body: JSON.stringify(whole), mayAnswer: ANY }
  }

  const attachment = (): Attack =>
    posted('attachment', {
      text: random() < 0.5 ? '' : one(SAYINGS),
      attachments: Array.from({ length: 1 + below(3) }, () => ({
        contentType: one(CONTENT_TYPES),
        content: random() < 0.5 ? one(HTML) : value(),
        ...(isRarely() ? { contentUrl: 'https://example.invalid/x', name: one(SAYINGS) } : {}),
      })),
    })

  const event = (): Attack =>
    posted('event', {
      type: one(TYPES),
      name: one(INVOKES),
      action: one(['add', 'remove', 'add-upgrade', value()]),
      text: one(SAYINGS),
      value: value(),
      ...(random() < 0.3 ? { membersAdded: [{ id: one(['28:daybook', '29:x']) }] } : {}),
      ...(random() < 0.1 ? { membersRemoved: [{ id: '28:daybook' }] } : {}),
    })

  const request = (): Attack => {
    const whole = JSON.stringify(activity({ text: '晨报' }))
    return one<() => Attack>([
      () => ({
        kind: 'request',
        headers: { ...JSON_TYPE, 'content-encoding': one(['gzip', 'br', 'x']) },
        body: whole,
        mayAnswer: [415],
      }),
      () => ({
        kind: 'request',
        headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
        body: gzipSync(whole),
        mayAnswer: [415],
      }),
      () => ({
        kind: 'request',
        headers: { 'content-type': one(['text/csv', 'multipart/form-data; boundary=x', 'x/y']) },
        body: whole,
        mayAnswer: [415],
      }),
      () => ({
        kind: 'request',
        headers: JSON_TYPE,
        body: whole.slice(0, below(whole.length)),
        mayAnswer: [400],
      }),
      () => ({
        kind: 'request',
        headers: JSON_TYPE,
        body: `${'['.repeat(40 + below(50_000))}`,
        mayAnswer: [400],
      }),
      () => ({
        kind: 'request',
        headers: JSON_TYPE,
        body: Buffer.from(whole).fill(0xff, 5, 9),
        mayAnswer: [400],
      }),
      () => ({
        kind: 'request',
        headers: JSON_TYPE,
        body: one(['null', '[]', '0', '"x"', '{}', '']),
        mayAnswer: [400],
      }),
      () => ({ kind: 'request', headers: JSON_TYPE, body: 'x'.repeat(530_000), mayAnswer: [413] }),
    ])()
  }

  const replay = (): Attack => {
    const before = sent.length === 0 ? press() : one(sent)
    return { ...before, kind: 'replay' }
  }

  const make = {
    message: () => posted('message', { text: saying() }, [200]),
    press,
    shape,
    attachment,
    event,
    request,
    replay,
  } as const satisfies Record<AttackKind, () => Attack>

  const bag = KINDS.flatMap((kind) => Array<AttackKind>(SHARES[kind]).fill(kind))
  for (;;) {
    const attack = make[one(bag)]()
    if (attack.body.length < 5_000) sent[sent.length < 2_000 ? sent.length : below(2_000)] = attack
    yield attack
  }
}
