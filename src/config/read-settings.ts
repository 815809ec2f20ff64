import { readFileSync } from 'node:fs'
import type { AuditSink } from './audit-sink.js'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const HOST_NAME = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/

/** Reads settings by name and gathers what is wrong with them; a wrong value reads as its default. */
export function readSettings(env: Readonly<Record<string, string | undefined>>) {
  const problems: string[] = []
  const given = (name: string): string | undefined => {
    const value = env[name]?.trim()
    return value === '' ? undefined : value
  }
  const complain = <T>(problem: string, fallback: T): T => {
    problems.push(problem)
    return fallback
  }

  return {
    problems: problems as readonly string[],
    refuseIf(wrong: boolean, problem: string): void {
      if (wrong) problems.push(problem)
    },
    text: (name: string, fallback: string): string => given(name) ?? fallback,
    integer(name: string, fallback: number, from: number, to: number): number {
      const text = given(name)
      if (text === undefined) return fallback
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
      return value >= from && value <= to
        ? value
        : complain(`${name} is not a whole number from ${from} to ${to}: ${text}`, fallback)
    },
    choice<T extends string>(name: string, all: readonly T[], fallback: T): T {
      const text = given(name)
      if (text === undefined) return fallback
      const chosen = all.find((one) => one.toLowerCase() === text.toLowerCase())
      return chosen ?? complain(`${name} is none of ${all.join(', ')}: ${text}`, fallback)
    },
    /** `HH:mm`. */
    time(name: string): string | undefined {
      const text = given(name)
      return text === undefined || TIME.test(text)
        ? text
        : complain(`${name} is not a time like 11:30: ${text}`, undefined)
    },
    zone(name: string, fallback: string): string {
      const text = given(name) ?? fallback
      return isTimeZone(text)
        ? text
        : complain(`${name} is not an IANA zone like Asia/Shanghai: ${text}`, fallback)
    },
    /** What addresses begin with, without a slash at the end; https, but for this machine. */
    webAddress(name: string): string | undefined {
      const text = given(name)?.replace(/\/+$/, '')
      return text === undefined || isWebAddress(text)
        ? text
        : complain(`${name} is no address like https://daybook.example.com: ${text}`, undefined)
    },
    /** A text that may stand in a file of its own instead, which `<name>_FILE` names; without the line's end. */
    secret(name: string): string {
      const [text, path] = [given(name), given(`${name}_FILE`)]
      if (path === undefined) return text ?? ''
      if (text !== undefined) return complain(`${name} and ${name}_FILE are both set`, text)
      try {
        return readFileSync(path, 'utf8').trim()
      } catch {
        return complain(`${name}_FILE cannot be read: ${path}`, '')
      }
    },
    /** Comma-separated. */
    list: (name: string): readonly string[] =>
      (given(name) ?? '')
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    /** Comma-separated folders and `syslog://host:port`. */
    auditSinks(name: string): readonly AuditSink[] {
      return this.list(name).flatMap((one): readonly AuditSink[] => {
        if (!one.includes('://')) return [{ kind: 'folder', path: one }]
        const [, host, port = '514'] = /^syslog:\/\/([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?$/i.exec(one) ?? []
        return host === undefined
          ? complain(`${name} is neither a folder nor an address like syslog://127.0.0.1:514: ${one}`, [])
          : [{ kind: 'syslog', host: host.replace(/[[\]]/g, ''), port: Number(port) }]
      })
    },
    /** The address of a PostgreSQL database. It may hold a password, so a wrong one is not quoted. */
    database(name: string): string | undefined {
      const secret = this.secret(name)
      const text = secret === '' ? undefined : secret
      return text === undefined || /^postgres(?:ql)?:\/\/./.test(text)
        ? text
        : complain(`${name} is no address like postgresql://user:password@host:5432/daybook`, undefined)
    },
    /** Comma-separated host names, lower case. */
    hosts(name: string, fallback: string): readonly string[] {
      const all = (given(name) ?? fallback).split(',').map((host) => host.trim().toLowerCase())
      const wrong = all.filter((host) => !HOST_NAME.test(host))
      return wrong.length === 0
        ? all
        : complain(`${name} holds what is no host name: ${wrong.join(', ')}`, [])
    },
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash } = new URL(text)
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost'
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && search === '' && hash === ''
}
