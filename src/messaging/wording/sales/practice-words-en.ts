import type { PracticeWords } from './practice-words-zh.js'

/** What is said around a practised call and a text that is checked, in English. */
export const practiceWordsEn: PracticeWords = {
  button: 'Practise',
  title: (who) => `Practice · ${who}`,
  which: 'What shall we practise? Press one, or write “practise: yield too low”. I play the customer.',
  how: 'Write what you would say. “Done” ends with a score, “cancel” ends without. None of this is written down anywhere.',
  says: (who, text) => `${who}: ${text}`,
  lastWord: 'One last line: close the call.',
  left: 'All right, no more practice.',
  nothingSaid: 'You have not said anything yet, so there is nothing to score.',
  firstCalls: {
    new: 'First call',
    vip: 'A VIP new to you',
    'long-ago': 'Not contacted for long',
    'vip-without-card': 'Qualifies for a gold card',
  },
  review: {
    title: (who, total) => `Score · ${who} · ${total} of 100`,
    halved: (count) =>
      `${count === 1 ? 'One phrase' : `${count} phrases`} may not be said: the score is halved.`,
    next: (what, tip) => `Work on this first: ${what}. ${tip}`,
    heard: (text) => `Well said: “${text}”`,
    example: (text) => `You could say: ${text}`,
    full: 'Everything on the review sheet was there.',
    again: 'Once more',
    other: 'Another kind',
  },
  criteria: {
    opening: 'Opening',
    purpose: 'Purpose',
    benefit: 'Benefit',
    question: 'Question',
    listening: 'Listening',
    'two-times': 'Two times',
    close: 'Close',
    compliance: 'Compliance',
  },
  draft: {
    fine: '✓ You may say this: nothing against the rules was found.',
    fineNote: 'Please check sums and days once more before it goes out.',
    wrong: (count) =>
      count === 1
        ? '✗ Not like this, because of one phrase:'
        : `✗ Not like this, because of ${count} phrases:`,
    finding: (quote, title, why) => `“${quote}”: ${title}. ${why}`,
    allowed: (text) => `You can say: ${text}`,
    paste:
      'Which line? Write it after a colon, for example “can I send this: your deposit matures on Wednesday”.',
    summary: 'Check of a text',
  },
}
