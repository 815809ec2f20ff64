import { describe } from 'vitest'
import { storeContract } from '../../contract/store.contract.js'
import { aDatabase, emptied, openQuietlyOn } from '../../support/postgres-place.js'
import { SERVER_PROGRAMS } from '../../support/postgres-server.js'

let database: Promise<string> | undefined

describe.skipIf(SERVER_PROGRAMS === undefined)('with a server', () => {
  storeContract('the store on PostgreSQL', async () => {
    database ??= aDatabase()
    const url = await database
    return { open: () => openQuietlyOn(url), remove: () => emptied(url) }
  })
})
