/** One training example: its features by number and its class by number. */
export interface Example {
  readonly features: Int32Array
  readonly label: number
}

/** Weights of a multinomial logistic regression, one row of classes a feature. */
export interface Weights {
  readonly classes: number
  readonly weights: Float32Array
}

export interface TrainingPlan {
  readonly epochs: number
  /** The share of an example's features that is left out at each step, so that no feature is relied upon alone. */
  readonly leftOut: number
  readonly rate: number
  readonly decay: number
  /** Steps through the examples in an order that depends on nothing but this. */
  readonly seed: number
}

/**
 * Trains by stochastic gradient descent with AdaGrad steps; the same examples and plan give the same weights.
 * @param values what each feature counts for where it is present.
 */
export function trainLinear(
  examples: readonly Example[],
  values: Float32Array,
  classes: number,
  plan: TrainingPlan,
): Weights {
  const weights = new Float32Array(values.length * classes)
  const squares = new Float32Array(values.length * classes).fill(1e-6)
  const order = examples.map((_, i) => i)
  const random = generator(plan.seed)
  const scores = new Float64Array(classes)
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const { features, label } = examples[index]!
      const seen = features.filter(() => random() >= plan.leftOut)
      const scale = softmax(weights, values, classes, seen, scores)
      for (const feature of seen) {
        const row = feature * classes
        const value = values[feature]! * scale
        for (let c = 0; c < classes; c++) {
          const error = scores[c]! - (c === label ? 1 : 0)
          if (Math.abs(error) < 1e-3) continue
          const gradient = error * value + plan.decay * weights[row + c]!
          squares[row + c]! += gradient * gradient
          weights[row + c]! -= (plan.rate * gradient) / Math.sqrt(squares[row + c]!)
        }
      }
    }
  }
  return { classes, weights }
}

/** Probabilities of each class, written into `out`. @returns what the features' values were scaled by. */
export function softmax(
  weights: Float32Array,
  values: Float32Array,
  classes: number,
  features: Int32Array,
  out: Float64Array,
): number {
  out.fill(0)
  let squares = 0
  for (const feature of features) squares += values[feature]! ** 2
  const scale = 1 / Math.sqrt(Math.max(1, squares))
  for (const feature of features) {
    const row = feature * classes
    const value = values[feature]! * scale
    for (let c = 0; c < classes; c++) out[c]! += weights[row + c]! * value
  }
  let top = Number.NEGATIVE_INFINITY
  for (let c = 0; c < classes; c++) top = Math.max(top, out[c]!)
  let sum = 0
  for (let c = 0; c < classes; c++) {
    out[c] = Math.exp(out[c]! - top)
    sum += out[c]!
  }
  for (let c = 0; c < classes; c++) out[c]! /= sum
  return scale
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const swap = order[i]!
    order[i] = order[j]!
    order[j] = swap
  }
}

/** Small seeded generator: training must not depend on chance. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
