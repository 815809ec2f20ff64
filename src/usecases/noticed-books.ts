import type { Books } from './ports.js'

/** The same books; `changed` is told whose book was written to, whatever came of it. */
export function noticedBooks(books: Books, changed: (managerId: string) => void): Books {
  return {
    ...books,
    async change(managerId, decide) {
      try {
        return await books.change(managerId, decide)
      } finally {
        changed(managerId)
      }
    },
    async changeAll(managerIds, decide) {
      try {
        return await books.changeAll(managerIds, decide)
      } finally {
        for (const managerId of managerIds) changed(managerId)
      }
    },
  }
}
