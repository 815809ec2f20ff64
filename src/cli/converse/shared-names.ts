import type { Words } from '../../compose/words.js'
import type { KnownCustomer, People, Understanding } from '../../language/understand.js'

/** Books kept ready at once: the managers of a home, and what their names become in a conversation or two. */
const MOST_BOOKS = 32

/** The same words, with the names of a book made ready once for all copies of it: they read alike, and it takes long. */
export function withSharedNames(words: Words): Words {
  let understanding: Understanding | undefined
  return Object.create(words, {
    understanding: {
      get: () => {
        understanding ??= sharingNames(words.understanding)
        return understanding
      },
    },
  }) as Words // the other words come through from the prototype
}

function sharingNames(understanding: Understanding): Understanding {
  const known = new Map<string, People>()
  return {
    ...understanding,
    people(customers, colleagues) {
      const key = JSON.stringify([customers.map(namesOf), colleagues])
      const people = known.get(key) ?? understanding.people(customers, colleagues)
      if (known.size >= MOST_BOOKS) known.delete(known.keys().next().value ?? key)
      known.set(key, people)
      return people
    },
  }
}

/** All of a customer that names are made of. */
function namesOf({ id, name, nickname, gender, occupation, company, phone, type }: KnownCustomer) {
  return [id, name, nickname, gender, occupation, company, phone, type]
}
