const ZH = ['一', '二', '三', '四', '五', '六', '七', '八']
const EN = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** The place in a list that "2", "第二个" or "the second" means, from 0; undefined where the words mean none. */
export function ordinalIn(text: string, count: number): number | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/^(?:就|选|要|是)/, '')
    .replace(/[。.!！吧]+$/, '')
  const digits = /^(?:第|no\.?\s*|#|number )?(\d{1,2})(?:个|位|号)?$/.exec(said)?.[1]
  const place =
    digits === undefined
      ? Math.max(
          ZH.findIndex((w) => [`第${w}个`, `第${w}位`, `第${w}`, `第${w}条`].includes(said)),
          EN.findIndex((w) => said === w || said === `the ${w}` || said === `the ${w} one`),
        )
      : Number(digits) - 1
  return place >= 0 && place < count ? place : undefined
}
