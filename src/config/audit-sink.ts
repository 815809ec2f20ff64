/** A place outside the home where checkpoints go. */
export type AuditSink =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'syslog'; readonly host: string; readonly port: number }
