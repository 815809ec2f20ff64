const COMMAND =
  /^(?:请|麻烦|帮我|给我|我想|我要|看一下|看看|看|查一下|查查|查询|查|找一下|找找|找个?|搜一下|搜索?|翻一下|翻翻|翻出?|调一下|调出?|打开|有没有|哪位是|哪个是|谁是|姓|叫|那个|这个|客户|我的|的|一下|下|(?:please|pls|find|search(?: for)?|look up|lookup|look for|show(?: me)?|pull up|open|who is|who's|where is|get|customer|client|my|the|me|for|named|called|mr|mrs|ms)(?![a-z])|[ ,.:])+/
const TAIL =
  /(?:客户|资料|信息|档案|情况|底子|名片|卡片|调出来|找出来|拿出来|看看|看一下|在哪|有吗|有没有|那个|那位|这位|的|吗|呢|呀|啊|哈|吧|[?？。.!！ ]|(?<![a-z])(?:profile|details?|info|card|please|pls|record|file)(?![a-z])){1,20}$/

/** Whom a message looks for, without the words that ask to look; empty where nothing is left. */
export function soughtWords(folded: string): string {
  const text = folded.trim()
  const head = COMMAND.exec(text)?.[0].length ?? 0
  const rest = text.slice(head)
  const tail = TAIL.exec(rest)
  return (tail === null ? rest : rest.slice(0, tail.index)).trim()
}

/** Whether a message of nothing else may be a name, a number or initials typed to find somebody: `cjg`, 0007, 建材. */
export function isBareSearch(folded: string): boolean {
  const text = folded.trim()
  return /^(?:\d{3,11}|[a-z][a-z' -]{1,24}|[一-龥]{1,6}|[一-龥]{1,4} ?\d{4})$/.test(text)
}

/** Whether it can be nothing else: digits of a phone, or letters that are no word. */
export function isOnlySearch(folded: string): boolean {
  return /^(?:\d{3,11}|[b-df-hj-np-tv-xz]{2,5})$/.test(folded.trim())
}
