/** One request and its whole answer within one deadline. Redirects are not followed: they could lead anywhere. */
export async function exchange(
  url: string,
  request: Pick<RequestInit, 'method' | 'headers' | 'body'>,
  timeoutMs: number,
): Promise<{ readonly response: Response; readonly body: string }> {
  const response = await fetch(url, {
    ...request,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  return { response, body: await response.text() }
}
