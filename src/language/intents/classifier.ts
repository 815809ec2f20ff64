import { INTENTS, type Intent, type RankedIntent } from '../reading.js'
import { type Example, softmax, type TrainingPlan, trainLinear } from './linear.js'

/** A training line as the classifier sees it. */
export interface TrainingLine {
  readonly intent: Intent
  readonly features: readonly string[]
}

/** What training leaves behind, in a form that can be kept in a file. */
export interface TrainedWeights {
  readonly intents: readonly Intent[]
  readonly features: readonly string[]
  /** What each feature counts for, in hundredths: the rarer, the more. */
  readonly values: readonly number[]
  /** Row by feature, column by intent. */
  readonly weights: Float32Array
}

export interface IntentClassifier {
  /** All intents with their probabilities, the likeliest first. */
  rank(features: readonly string[]): readonly RankedIntent[]
  /** The features that spoke most for an intent, strongest first. */
  reasons(
    features: readonly string[],
    intent: Intent,
    count: number,
  ): readonly { readonly feature: string; readonly weight: number }[]
}

const PLAN: TrainingPlan = { epochs: 12, leftOut: 0.3, rate: 0.3, decay: 1e-6, seed: 7 }
/** A feature seen in one line only teaches that line. */
const FEWEST = 2

export function trainIntents(lines: readonly TrainingLine[]): TrainedWeights {
  const counts = new Map<string, number>()
  for (const { features } of lines)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const features = [...counts].filter(([, count]) => count >= FEWEST).map(([feature]) => feature)
  const numbers = new Map(features.map((feature, i) => [feature, i]))
  const intents = INTENTS.filter((intent) => lines.some((line) => line.intent === intent))
  const examples: readonly Example[] = lines.map((line) => ({
    features: numbered(line.features, numbers),
    label: intents.indexOf(line.intent),
  }))
  const values = features.map((feature) => worthOf(feature, counts.get(feature)!, lines.length))
  const { weights } = trainLinear(examples, asFractions(values), intents.length, PLAN)
  return { intents, features, values, weights }
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

export function createClassifier(trained: TrainedWeights): IntentClassifier {
  const { intents, weights } = trained
  const values = asFractions(trained.values)
  const numbers = new Map(trained.features.map((feature, i) => [feature, i]))
  return {
    rank(features) {
      const scores = new Float64Array(intents.length)
      softmax(weights, values, intents.length, numbered(features, numbers), scores)
      return intents
        .map((intent, i) => ({ intent, confidence: scores[i]! }))
        .sort((a, b) => b.confidence - a.confidence)
    },
    reasons(features, intent, count) {
      const column = intents.indexOf(intent)
      return features
        .map((feature) => {
          const row = numbers.get(feature)
          return {
            feature,
            weight:
              row === undefined || column < 0
                ? 0
                : Math.round(weights[row * intents.length + column]! * values[row]! * 100) / 100,
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
