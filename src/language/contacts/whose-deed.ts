/** People around a customer: what they bought or took away is theirs. */
const KIN_ZH =
  '(?:[表堂]?(?:姐姐?|妹妹?|哥哥?|弟弟?)|兄弟|姐妹|姐夫|妹夫|嫂子|弟媳|同事|朋友|闺蜜|邻居|亲戚|同学|战友|老乡|合伙人|领导|下属|员工|徒弟|老公|老婆|爱人|太太|丈夫|妻子|媳妇|老伴儿?|男朋友|女朋友|儿子|女儿|闺女|孩子|女婿|儿媳|爸爸?|妈妈?|父亲|母亲|父母|公公|婆婆|岳父|岳母|丈母娘|舅舅|叔叔|姑姑|姨妈|外甥女?|侄子|侄女)'
const KIN_EN =
  '(?:wife|husband|hubby|missus|sons?|daughters?|kids?|mum|mom|mother|dad|father|parents|brothers?|sisters?|in-laws?|cousins?|nephew|niece|uncle|aunt|neighbou?rs?|friends?|colleagues?|partner|boss|staff|helper|boyfriend|girlfriend|roommate|flatmate)'

/** He is the one who does it, not the one for whom, with whom or of whom it is done. */
const KIN_BEFORE = new RegExp(
  `(?<![给帮替为跟和与同陪带听问把被让找拉叫等])${KIN_ZH}(?![是的]?P)[^,。;:P他她给帮替为跟和]{0,12}$|(?<!(?:for|with|to|from|and|by|of|about|like|as|see|saw|met) (?:his|her|their|the|an?|my) )(?<![a-z])(?:his|her|their|P's|an?|the) (?:[a-z]+ )?${KIN_EN}(?: (?!and |but |for |so |then )[a-z]+){0,3} $`,
)

/** Whether what is said at `at` of a clause is done by somebody around the customer: 她表妹买了, "his brother bought". */
export function isOfKin(masked: string, at: number): boolean {
  return KIN_BEFORE.test(masked.slice(0, at))
}

/** Somebody around the customer rang or asked, and the customer was not there: "her son called, wants to know". */
export function speaksForHim(masked: string): boolean {
  return KIN_SPEAKS.test(masked)
}

const KIN_SPEAKS = new RegExp(
  `(?:P|他|她)的?${KIN_ZH}(?:刚|又|也|今天|昨天)*(?:打(?:了)?(?:个)?电话|来电|来问|打听|问|来网点)|(?<![a-z])(?:his|her|P's) ${KIN_EN} (?:just |also )?(?:called|rang|asked|texted|emailed|came|dropped|walked)(?![a-z])`,
)

/** Money that comes from another bank to ours: 把工行的五十万挪过来, "transferred 500k in from UOB". */
export function comesToUs(masked: string): boolean {
  return TO_US.test(masked)
}

const TO_US =
  /(?:转|挪|搬|拿|放|存|汇|打|调|划|取)(?:了M)?(?:过|进|回)?来(?!电)|转进|(?<![a-z])(?:from|over to us|to us|in from)(?![a-z])/
