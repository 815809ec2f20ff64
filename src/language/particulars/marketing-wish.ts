/** Whatever is sent or said to sell something. */
const ZH_MARKETING = '(?:营销|推销|广告|促销|推广|宣传(?:单|资料|短信)|(?:产品|活动)(?:信息|短信|推送))'
const EN_MARKETING =
  '(?:marketing|promos?|promotions?|promotional [a-z]+|offers|adverts?|ads|advertising|newsletters?|sales[- ](?:calls?|pitch(?:es)?|messages?|talk|stuff|emails?|texts?)|cold[- ]calls?|telemarketing|pitch(?:es|ing)|upsell(?:ing)?|cross-?sell(?:ing)?|spam(?:ming)?|being sold to|be sold to|be pitched|product (?:calls|pushes|messages|news))'

/** What ends it; nothing between but whom it is sent to and how. */
const WITHDRAWN = new RegExp(
  [
    `(?:别|不要|不想|不愿意?|不接受|不接|不收|不许|不准|不让|不允许|不同意|拒绝|拒收|退订|退出|取消|撤销|撤回|收回|停掉?|停止|关掉?|关闭|屏蔽|勿|不用)[^,。;!?没]{0,8}?${ZH_MARKETING}(?!(?:过|的?)(?:基金|保险|理财|存款|黄金|信用卡|贷款))`,
    `${ZH_MARKETING}[^,。;!?没]{0,6}?(?:取消|撤销|撤回|停(?!车)|关了|关掉|退订|收回|不要|不接受|不收|不想|拒绝|免了)`,
    `(?<![a-z])(?:no(?: more| further| longer)?|stop(?:ped)?|not? (?:wants?|like|need)|doesn't (?:want|need)|does not (?:want|need)|don't (?:want|send|give|do)|do not (?:want|send|give|do)|didn't want|never wants?|opt(?:ed|s|ing)?[- ]?out(?: of| from)?|unsubscribed?(?: from)?|withdr[aeo]w[a-z]*|revok[a-z]+|refus[a-z]+|declin(?:ed|es) (?:all|any)|remove|take|took|taken|without|against|cut out|drop)(?: (?!but |and |who |which )[^ ,.;!?]+){0,5}? ${EN_MARKETING}(?![a-z])`,
    `(?<![a-z])${EN_MARKETING} consent (?:is |was |has been )?(?:withdrawn|revoked|cancelled|off|pulled)`,
    `(?<![a-z])(?:off|from) (?:the |our |all |any )?${EN_MARKETING} lists?(?![a-z])`,
  ].join('|'),
)

/** A state that is told, a question, one product, a habit of ours that only annoys: nothing is withdrawn. */
const NO_WISH =
  /[?？]$|[吗么]$|是不是|有没有|没(?:有|说|讲)?(?:说|讲)?(?:不要|取消|撤)|别老|别总|(?:no|without|lacks?|missing|not given|hasn't given) (?:a )?marketing consent|^(?:is|are|did|does|do|has|have|can|may|should|why) (?!not )|(?<![a-z])(?:if|unless|who|which|how)(?![a-z])/

/** Whether words withdraw a customer's consent to marketing: 别再发营销短信, "no marketing please". Contact for service stays. */
export function withdrawsMarketing(folded: string): boolean {
  return WITHDRAWN.test(folded) && !NO_WISH.test(folded.trim())
}

/** The words without those about marketing: what is wished besides. */
export function besidesMarketing(folded: string): string {
  return folded.replace(WITHDRAWN, ' ')
}
