const BEFORE =
  /(?:不是|不要|除了)$|(?:cannot|can't|cant|couldn't|can not|won't be able to) (?:do|make|manage|come)(?: it)?(?: in| on)? $|(?<![a-z])(?:not|never|except|anything but)(?: free| available| around| in)?(?: on| for)? $|n't (?:free|available|around|in)(?: on| for)? $|(?<![a-z])(?:busy|away|off|out)(?: all)?(?: on)? $/
const AFTER =
  /^(?:[上下中]午|晚上|早上|那天|整天|全天|[他她我人]|就|也|都|可能|怕是|肯定|又|要|得)*(?:没(?:有)?(?:空|时间|档期)|不(?:行|可以|成|在|方便|得空)|来不了|去不了|过不来|走不开|抽不出|有事|有(?:台|个)?手术|有会|开会(?![时见碰后]|的时候)|出差(?!回)|值班|满了|排满)|^ (?:(?:is|was|are|'s) )?(?:out(?! of)|no good|not (?:good|possible|ok|okay|free|great)|doesn't work|does not work|won't work|wouldn't work|full|bad|off(?![a-z])|a no|impossible)/

/** Whether the words around a day say that it is not that one: 周三没空, 不是周四, "can't do Wed", "Friday doesn't work". */
export function isRuledOutBy(before: string, after: string): boolean {
  return BEFORE.test(before) || AFTER.test(after)
}
