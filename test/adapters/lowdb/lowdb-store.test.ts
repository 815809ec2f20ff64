import { storeContract } from '../../contract/store.contract.js'
import { aHomeFolder, openQuietly } from './homes.js'

storeContract('the store on lowdb', async () => {
  const folder = aHomeFolder()
  return { open: () => openQuietly(folder.path), remove: async () => folder.remove() }
})
