import { AdaptiveCard, SerializationContext, Version } from 'adaptivecards'

/** What a client of Adaptive Cards 1.5 finds wrong with a card; one that knows no charts takes what stands for them. */
export function cardProblems(card: object | undefined): readonly string[] {
  const context = new SerializationContext(new Version(1, 5))
  new AdaptiveCard().parse(withoutCharts(card ?? {}), context)
  return Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
}

/** Each chart replaced by its fallback, as one does who cannot draw it; one without stays, and is a problem. */
function withoutCharts<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withoutCharts) as T // the same list
  if (typeof node !== 'object' || node === null) return node
  const { type, fallback } = node as { type?: unknown; fallback?: unknown } // asked below
  const isChart = typeof type === 'string' && type.startsWith('Chart.')
  if (isChart && typeof fallback === 'object' && fallback !== null) return withoutCharts(fallback) as T // an element too
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutCharts(value)])) as T // the same keys
}
