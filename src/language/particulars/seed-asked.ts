/** Parts of the playbook, and plans made of it, that are asked for by their own names. */
export const SEEDS = ['pretexts', 'review-sheet', 'after-sales', 'sell-more', 'meetings-to-seek'] as const
export type SeedAsked = (typeof SEEDS)[number]

const WORDS: Readonly<Record<SeedAsked, RegExp>> = {
  pretexts:
    /借口|由头|(?<![a-z])(?:pretexts?|(?:good )?(?:reasons?|excuses?) (?:to|for) (?:call|phone|ring|contact)(?:ing)?)(?![a-z])/,
  'review-sheet':
    /录音评估|通话(?:评估|自评)|电话(?:自评|评估|打分|评分)|评估表|通电话(?:打|评)(?:个|一下)?分|(?<![a-z])(?:call (?:review|score|evaluation|self-review)|review sheet|(?:score|rate|review|assess) (?:my|this|that|the) (?:last )?(?:phone )?call)(?![a-z])/,
  'after-sales': /售后|(?<![a-z])(?:after[- ]?sales?|after the sale)(?![a-z])/,
  'sell-more':
    /还(?:能|可以)(?:再)?(?:配|搭|加)|交叉(?:销售|营销)|向上(?:销售|营销)|捆绑|搭配|(?<![a-z])(?:cross[- ]?sell(?:ing)?|up[- ]?sell(?:ing)?|bundle|(?:what|which) (?:else )?(?:can|could|should) i add)(?![a-z])/,
  'meetings-to-seek':
    /(?:预约|约访|邀约)(?:计划|名单)|该约谁|(?:可以|要|能)约谁(?:来|见)|(?<![a-z])(?:appointment plan|who(?:m)? (?:should|can|could) i (?:phone|call|ring|invite).*(?:meeting|appointment))(?![a-z])/,
}

/** Which of them a message names; the first in the list where it names several. @param folded in lower case */
export function seedAsked(folded: string): SeedAsked | undefined {
  return SEEDS.find((seed) => WORDS[seed].test(folded))
}
