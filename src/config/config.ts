import type { AuditSink } from './audit-sink.js'
import { readSettings } from './read-settings.js'

/** How the process is set up. Everything here comes from the environment; `.env.example` explains each setting. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Folder of the running book; with a database, of the files that come in. */
  readonly home: string
  /** The database that is kept in; absent: the files of the home. Holds a password. */
  readonly databaseUrl?: string
  /** IANA zone of the bank: where the roster gives a manager none, and for what belongs to nobody. */
  readonly timeZone: string
  /** `HH:mm`; absent: the policy's. */
  readonly briefCutOff?: string
  readonly logLevel: LogLevel
  /** Path of a policy that takes the place of the shipped one. */
  readonly policyPath?: string
  /** The manager of the roster who hears of the night's files. */
  readonly adminId?: string
  /** Folder of words and examples that are added to the shipped ones. */
  readonly extraLanguagePath?: string
  readonly bot: BotConfig
  readonly send: SendConfig
  readonly files: FilesConfig
  readonly audit: AuditConfig
  /** What documents at rest are sealed with; absent: they are plain. */
  readonly sealing?: SealingConfig
  /** Who may see the counts at /metrics. */
  readonly metricsFor: MetricsFor
}

/** This machine alone, or whoever reaches the port. */
export const METRICS_FOR = ['local', 'anyone'] as const
export type MetricsFor = (typeof METRICS_FOR)[number]

export interface BotConfig {
  /** Empty: signatures are not checked, and `host` is this machine alone. */
  readonly appId: string
  readonly appPassword: string
  readonly appTenantId: string
  readonly appType: AppType
  /** Host names; `*.example.com` covers every name below it. */
  readonly allowedServiceHosts: readonly string[]
  /** How long the messenger may take to answer one POST. */
  readonly sendTimeoutMs: number
  /** What one sender may ask for in a minute; more is refused. */
  readonly messagesPerMinute: number
}

export interface SendConfig {
  readonly perSecond: number
}

/** How the journal can be trusted by somebody who does not trust this machine. */
export interface AuditConfig {
  /** PEM of the private Ed25519 key that checkpoints are signed with; absent: one in the home, made with the first. */
  readonly keyFile?: string
  /** Where checkpoints go besides the home. */
  readonly sinks: readonly AuditSink[]
}

/** Files of keys: 32 bytes, in hexadecimal digits, in Base64 or as they are. */
export interface SealingConfig {
  /** Absent: what is written is plain, and what was sealed can still be read. */
  readonly keyFile?: string
  readonly formerKeyFiles: readonly string[]
}

/** How a table that was asked for in the chat reaches the manager. */
export interface FilesConfig {
  readonly way: FileWayName
  /** Host names that a file may be put to; `*.example.com` covers every name below it. */
  readonly uploadHosts: readonly string[]
  /** What addresses of this server begin with, without a slash at the end; absent: where it listens. */
  readonly publicUrl?: string
}

/** Into the manager's drive by way of Teams, by an address of this server, or not at all. */
export const FILE_WAYS = ['drive', 'link', 'none'] as const
export type FileWayName = (typeof FILE_WAYS)[number]

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Bot Framework's own names. */
export const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const
export type AppType = (typeof APP_TYPES)[number]

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
const TEAMS_HOSTS = 'smba.trafficmanager.net,*.botframework.com'
const DRIVE_HOSTS = '*.sharepoint.com,*.sharepoint.cn'

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  constructor(readonly problems: readonly string[]) {
    super(`bad configuration:\n${problems.map((p) => `  - ${p}`).join('\n')}`)
  }
}

/**
 * Reads every setting and throws one `ConfigError` with all the problems. An empty value is the same as none.
 *
 * Without an app id anyone who reaches the port may speak as anyone, so the process then refuses NODE_ENV=production
 * and every address but this machine's own.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = readSettings(env)
  const host = read.text('HOST', '127.0.0.1')
  const appId = read.text('MicrosoftAppId', '')
  const appPassword = read.secret('MicrosoftAppPassword')
  const appTenantId = read.text('MicrosoftAppTenantId', '')
  const appType = read.choice('MicrosoftAppType', APP_TYPES, 'MultiTenant')
  const hosts = read.hosts('ALLOWED_SERVICE_HOSTS', TEAMS_HOSTS)
  const briefCutOff = read.time('BRIEF_CUT_OFF')
  const policyPath = read.text('DAYBOOK_POLICY', '')
  const extraLanguagePath = read.text('DAYBOOK_EXTRA_LANGUAGE', '')
  const adminId = read.text('DAYBOOK_ADMIN', '')
  const uploadHosts = read.hosts('ALLOWED_UPLOAD_HOSTS', DRIVE_HOSTS)
  const way = read.choice('DAYBOOK_FILES', FILE_WAYS, appId === '' ? 'link' : 'drive')
  const publicUrl = read.webAddress('PUBLIC_URL')
  const keyFile = read.text('DAYBOOK_KEY_FILE', '')
  const formerKeyFiles = read.list('DAYBOOK_FORMER_KEY_FILES')
  const auditKeyFile = read.text('AUDIT_KEY_FILE', '')
  const databaseUrl = read.database('DATABASE_URL')

  if (appId === '') {
    read.refuseIf(
      read.text('NODE_ENV', '') === 'production',
      'MicrosoftAppId is missing, and NODE_ENV=production',
    )
    read.refuseIf(
      !LOOPBACK.includes(host),
      `HOST must be 127.0.0.1 as long as MicrosoftAppId is empty: ${host}`,
    )
  } else {
    const needsPassword = appType !== 'UserAssignedMSI'
    read.refuseIf(
      !needsPassword && appPassword !== '',
      'MicrosoftAppPassword is set, and UserAssignedMSI has none',
    )
    read.refuseIf(
      needsPassword && appPassword === '',
      'MicrosoftAppPassword is missing, and MicrosoftAppId is set',
    )
    const needsTenant = appType !== 'MultiTenant'
    read.refuseIf(
      needsTenant && appTenantId === '',
      `MicrosoftAppTenantId is missing, and MicrosoftAppType=${appType}`,
    )
  }

  read.refuseIf(
    way === 'link' && appId !== '' && publicUrl === undefined,
    'PUBLIC_URL is missing, and DAYBOOK_FILES=link',
  )

  const config: Config = {
    host,
    port: read.integer('PORT', 3978, 1, 65_535),
    home: read.text('DAYBOOK_HOME', './var'),
    timeZone: read.zone('TIME_ZONE', 'Asia/Shanghai'),
    logLevel: read.choice('LOG_LEVEL', LOG_LEVELS, 'info'),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(briefCutOff === undefined ? {} : { briefCutOff }),
    ...(adminId === '' ? {} : { adminId }),
    ...(policyPath === '' ? {} : { policyPath }),
    ...(extraLanguagePath === '' ? {} : { extraLanguagePath }),
    bot: {
      appId,
      appPassword,
      appTenantId,
      appType,
      // The local chat client answers on this machine; a bot without signatures is not reachable from any other.
      allowedServiceHosts: appId === '' ? [...hosts, ...LOOPBACK] : hosts,
      sendTimeoutMs: read.integer('SEND_TIMEOUT_MS', 10_000, 100, 60_000),
      messagesPerMinute: read.integer('MESSAGES_PER_MINUTE', 60, 1, 1_000_000),
    },
    audit: {
      sinks: read.auditSinks('AUDIT_SINK'),
      ...(auditKeyFile === '' ? {} : { keyFile: auditKeyFile }),
    },
    ...(keyFile === '' && formerKeyFiles.length === 0
      ? {}
      : { sealing: { formerKeyFiles, ...(keyFile === '' ? {} : { keyFile }) } }),
    metricsFor: read.choice('METRICS_FOR', METRICS_FOR, 'local'),
    send: { perSecond: read.integer('SEND_PER_SECOND', 15, 1, 50) },
    files: {
      way,
      uploadHosts: appId === '' ? [...uploadHosts, ...LOOPBACK] : uploadHosts,
      ...(publicUrl === undefined ? {} : { publicUrl }),
    },
  }
  if (read.problems.length > 0) throw new ConfigError(read.problems)
  return config
}
