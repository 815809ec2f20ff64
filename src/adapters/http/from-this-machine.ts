import type { IncomingHttpHeaders } from 'node:http'

/** What a proxy adds. One on this machine would otherwise lend its own address to everybody. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Whether a request comes from a program on this machine rather than through one. */
export function isFromThisMachine(address: string | undefined, headers: IncomingHttpHeaders): boolean {
  const plain = address?.replace(/^::ffff:/i, '') ?? ''
  const isLoopback = plain === '::1' || /^127(\.\d{1,3}){3}$/.test(plain)
  return isLoopback && FORWARDED.every((name) => headers[name] === undefined)
}
