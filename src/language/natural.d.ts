/** One stemmer without the dictionaries of all the others, which cost a third of the start. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string }
  export = stemmer
}
