import { type Example, softmax, type TrainingPlan, trainLinear } from './linear.js'

/** A training line as a classifier sees it. */
export interface TrainingLine<L extends string> {
  readonly label: L
  readonly features: readonly string[]
}

/** What training leaves behind, in a form that can be kept in a file. */
export interface TrainedWeights<L extends string> {
  readonly labels: readonly L[]
  readonly features: readonly string[]
  /** What each feature counts for, in hundredths: the rarer, the more. */
  readonly values: readonly number[]
  /** Row by feature, column by label. */
  readonly weights: Float32Array
}

export interface RankedLabel<L extends string> {
  readonly label: L
  readonly confidence: number
}

/** Tells by its features which of a closed set of labels a text has. */
export interface Classifier<L extends string> {
  /** All labels with their probabilities, the likeliest first. */
  rank(features: readonly string[]): readonly RankedLabel<L>[]
  /** The features that spoke most for a label, strongest first. */
  reasons(
    features: readonly string[],
    label: L,
    count: number,
  ): readonly { readonly feature: string; readonly weight: number }[]
}

const PLAN: TrainingPlan = { epochs: 12, leftOut: 0.3, rate: 0.3, decay: 1e-6, seed: 7 }
/** A feature seen in one line only teaches that line. */
const FEWEST = 2

/** @param all every label, in a fixed order; those without a line are left out. */
export function trainLabels<L extends string>(
  all: readonly L[],
  lines: readonly TrainingLine<L>[],
): TrainedWeights<L> {
  const counts = new Map<string, number>()
  for (const { features } of lines)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const features = [...counts].filter(([, count]) => count >= FEWEST).map(([feature]) => feature)
  const numbers = new Map(features.map((feature, i) => [feature, i]))
  const labels = all.filter((label) => lines.some((line) => line.label === label))
  const examples: readonly Example[] = lines.map((line) => ({
    features: numbered(line.features, numbers),
    label: labels.indexOf(line.label),
  }))
  const values = features.map((feature) => worthOf(feature, counts.get(feature)!, lines.length))
  const { weights } = trainLinear(examples, asFractions(values), labels.length, PLAN)
  return { labels, features, values, weights }
}

/** Threes of characters and pairs of words say again what their parts said. */
const REPEATING = /^[3b]/

/** Inverse document frequency in hundredths. */
function worthOf(feature: string, count: number, lines: number): number {
  return Math.round((Math.log(lines / count) / 3) * (REPEATING.test(feature) ? 60 : 100))
}

function asFractions(hundredths: readonly number[]): Float32Array {
  return Float32Array.from(hundredths, (value) => value / 100)
}

export function createClassifier<L extends string>(trained: TrainedWeights<L>): Classifier<L> {
  const { labels, weights } = trained
  const values = asFractions(trained.values)
  const numbers = new Map(trained.features.map((feature, i) => [feature, i]))
  return {
    rank(features) {
      const scores = new Float64Array(labels.length)
      softmax(weights, values, labels.length, numbered(features, numbers), scores)
      return labels
        .map((label, i) => ({ label, confidence: scores[i]! }))
        .sort((a, b) => b.confidence - a.confidence)
    },
    reasons(features, label, count) {
      const column = labels.indexOf(label)
      return features
        .map((feature) => {
          const row = numbers.get(feature)
          return {
            feature,
            weight:
              row === undefined || column < 0
                ? 0
                : Math.round(weights[row * labels.length + column]! * values[row]! * 100) / 100,
          }
        })
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight)
        .slice(0, count)
    },
  }
}

function numbered(features: readonly string[], numbers: ReadonlyMap<string, number>): Int32Array {
  const out: number[] = []
  for (const feature of features) {
    const number = numbers.get(feature)
    if (number !== undefined) out.push(number)
  }
  return Int32Array.from(out)
}
