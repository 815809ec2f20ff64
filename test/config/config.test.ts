import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from '../../src/config/config.js'

const registered = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'secret' }

/** What is wrong with these settings; nothing where they load. */
function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('loadConfig', () => {
  it('needs nothing on one machine', () => {
    expect(loadConfig({})).toEqual({
      audit: { sinks: [] },
      host: '127.0.0.1',
      port: 3978,
      home: './var',
      timeZone: 'Asia/Shanghai',
      logLevel: 'info',
      bot: {
        appId: '',
        appPassword: '',
        appTenantId: '',
        appType: 'MultiTenant',
        allowedServiceHosts: [
          'smba.trafficmanager.net',
          '*.botframework.com',
          '127.0.0.1',
          '::1',
          'localhost',
        ],
        sendTimeoutMs: 10_000,
        messagesPerMinute: 60,
      },
      metricsFor: 'local',
      send: { perSecond: 15 },
      files: {
        way: 'link',
        uploadHosts: ['*.sharepoint.com', '*.sharepoint.cn', '127.0.0.1', '::1', 'localhost'],
      },
    })
  })

  it('reports every problem at once', () => {
    expect(() =>
      loadConfig({
        PORT: 'x',
        TIME_ZONE: 'Mars/Olympus',
        BRIEF_CUT_OFF: '25:00',
        LOG_LEVEL: 'loud',
        MicrosoftAppType: 'Many',
        ALLOWED_SERVICE_HOSTS: 'https://bot.example/',
        SEND_PER_SECOND: '0',
        HOST: '0.0.0.0',
        NODE_ENV: 'production',
      }),
    ).toThrow(
      [
        'bad configuration:',
        '  - MicrosoftAppType is none of MultiTenant, SingleTenant, UserAssignedMSI: Many',
        '  - ALLOWED_SERVICE_HOSTS holds what is no host name: https://bot.example/',
        '  - BRIEF_CUT_OFF is not a time like 11:30: 25:00',
        '  - MicrosoftAppId is missing, and NODE_ENV=production',
        '  - HOST must be 127.0.0.1 as long as MicrosoftAppId is empty: 0.0.0.0',
        '  - PORT is not a whole number from 1 to 65535: x',
        '  - TIME_ZONE is not an IANA zone like Asia/Shanghai: Mars/Olympus',
        '  - LOG_LEVEL is none of debug, info, warn, error, silent: loud',
        '  - SEND_PER_SECOND is not a whole number from 1 to 50: 0',
      ].join('\n'),
    )
  })

  it.each([
    {
      case: 'in production a bot without an app id does not start',
      env: { NODE_ENV: 'production' },
      count: 1,
    },
    {
      case: 'in production a registered bot starts',
      env: { NODE_ENV: 'production', ...registered },
      count: 0,
    },
    { case: 'without an app id only this machine is listened on', env: { HOST: '10.0.0.5' }, count: 1 },
    { case: 'without an app id localhost will do', env: { HOST: 'localhost' }, count: 0 },
    { case: 'with an app id any address is listened on', env: { HOST: '0.0.0.0', ...registered }, count: 0 },
    { case: 'an app id needs its password', env: { MicrosoftAppId: 'app' }, count: 1 },
    {
      case: 'a managed identity has no password, but a tenant',
      env: { MicrosoftAppId: 'app', MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't' },
      count: 0,
    },
    {
      case: 'a managed identity with a password is a mistake',
      env: { ...registered, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't' },
      count: 1,
    },
    { case: 'a single tenant is named', env: { ...registered, MicrosoftAppType: 'SingleTenant' }, count: 1 },
    { case: 'the first port', env: { PORT: '1' }, count: 0 },
    { case: 'no port', env: { PORT: '0' }, count: 1 },
    { case: 'the last port', env: { PORT: '65535' }, count: 0 },
    { case: 'one past the last port', env: { PORT: '65536' }, count: 1 },
    { case: 'a port is not half a number', env: { PORT: '80.5' }, count: 1 },
    { case: 'the last minute of the day', env: { BRIEF_CUT_OFF: '23:59' }, count: 0 },
    { case: 'an empty value is none', env: { PORT: ' ', TIME_ZONE: '', BRIEF_CUT_OFF: '' }, count: 0 },
  ])('$case', ({ env, count }) => {
    expect(problemsOf(env)).toHaveLength(count)
  })

  it('a bot that checks signatures does not answer to this machine', () => {
    expect(loadConfig(registered).bot.allowedServiceHosts).not.toContain('127.0.0.1')
  })

  it('a registered bot puts files into drives, and into none on this machine', () => {
    expect(loadConfig(registered).files).toEqual({
      way: 'drive',
      uploadHosts: ['*.sharepoint.com', '*.sharepoint.cn'],
    })
  })

  it('checkpoints go to folders and to receivers of syslog', () => {
    expect(
      loadConfig({ AUDIT_SINK: '/net/audit, syslog://10.0.0.9,syslog://[::1]:6514' }).audit.sinks,
    ).toEqual([
      { kind: 'folder', path: '/net/audit' },
      { kind: 'syslog', host: '10.0.0.9', port: 514 },
      { kind: 'syslog', host: '::1', port: 6514 },
    ])
    expect(problemsOf({ AUDIT_SINK: 'https://example.com/audit' })).toHaveLength(1)
  })

  it.each([
    { case: 'links of a registered bot need a public address', env: { DAYBOOK_FILES: 'link' }, count: 1 },
    {
      case: 'with one',
      env: { DAYBOOK_FILES: 'link', PUBLIC_URL: 'https://daybook.example.com/' },
      count: 0,
    },
    { case: 'that is no address', env: { PUBLIC_URL: 'daybook.example.com' }, count: 1 },
    { case: 'that travels in the clear', env: { PUBLIC_URL: 'http://daybook.example.com' }, count: 1 },
    { case: 'a way that is none', env: { DAYBOOK_FILES: 'mail' }, count: 1 },
  ])('files: $case', ({ env, count }) => {
    expect(problemsOf({ ...registered, ...env })).toHaveLength(count)
  })
})

it('.env.example names exactly the settings that are read', () => {
  const read = new Set<string>()
  const watched = new Proxy<Record<string, string>>({}, { get: (_, name) => void read.add(String(name)) })
  loadConfig(watched)
  const named = readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Za-z_]+)=/gm)
  expect([...named].map((match) => match[1]).sort()).toEqual([...read].sort())
})

it('.env.example as it stands is the default', () => {
  const lines = readFileSync('.env.example', 'utf8').matchAll(/^([A-Za-z_]+)=(.*)$/gm)
  expect(loadConfig(Object.fromEntries([...lines].map(([, name, value]) => [name!, value!])))).toEqual(
    loadConfig({}),
  )
})
