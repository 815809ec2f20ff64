/** Host names, lower case; `*.example.com` covers every name below `example.com`, not itself. */
export type AllowedHosts = readonly string[]

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/** Whether a URL may be sent to: its host is listed, and nothing travels in the clear except on this machine. */
export function isAllowed(hosts: AllowedHosts, url: unknown): boolean {
  if (typeof url !== 'string' || !URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(host))
  return (
    isSafe &&
    hosts.some((listed) => (listed.startsWith('*.') ? host.endsWith(listed.slice(1)) : host === listed))
  )
}
