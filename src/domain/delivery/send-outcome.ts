/** What became of one attempt to send. Closed: whoever sends must say which of these it was. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** 429: the messenger asks everybody to slow down. Nothing was delivered. */
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number }
  /** 412: asked to try again. Nothing was delivered. */
  | { readonly kind: 'try-again' }
  /** 403: the manager has blocked or removed the assistant. */
  | { readonly kind: 'forbidden' }
  /** 404: the messenger does not know the conversation. */
  | { readonly kind: 'gone' }
  /** 5xx, a dropped connection, no answer in time: it may have been delivered. */
  | {
      readonly kind: 'unknown'
      readonly why: 'server-error' | 'connection-lost' | 'no-answer' | 'interrupted'
    }
  /** No POST left this process: no connection, no token, a reference that cannot be used. Nothing was delivered. */
  | { readonly kind: 'not-sent'; readonly why: 'no-connection' | 'no-token' | 'bad-reference' }
  /** Any other 4xx. Nothing was delivered and the same message would be refused again. */
  | { readonly kind: 'refused'; readonly status: number }

export type FailedOutcome = Exclude<SendOutcome, { readonly kind: 'sent' }>
