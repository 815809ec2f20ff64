import { createHash, randomBytes } from 'node:crypto'
import { chmod, readdir, rm, stat, statfs } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { shortNameOf } from '../lock/socket-name.js'
import { type Disk, hasCode, nodeDisk } from './disk.js'

/** What of a home the files in it do not tell: what it stands on, and who is alive there. */
export interface Ground {
  /** Of the folder itself, under whatever name it is reached; a copy has another. Undefined where it cannot be told. */
  readonly folderId?: string
  /** Whether only one running system can use its file system: what another one did there is over. */
  readonly isLocal: boolean
  /** Begins to show a sign of life in the home, which ends with this process however that ends. */
  showLife(): Promise<SignOfLife | undefined>
  lookFor(sign: string): Promise<SeenSign>
  /** Names of the signs in the home, of the living and of the dead. */
  signs(): Promise<readonly string[]>
  /** Of a file as it stands: another file of the same name, or another writing, has another. */
  fileId(path: string): Promise<string>
}

export interface SignOfLife {
  readonly name: string
  hide(): Promise<void>
}

/** `none`: there is no such sign, or it cannot be asked. */
export type SeenSign = 'alive' | 'dead' | 'none'

const SIGN = /^alive-[0-9a-f]{16}$/

/** Numbers of file systems that a second machine cannot use at the same time (statfs(2)). */
const LOCAL_FILE_SYSTEMS: ReadonlySet<number> = new Set([
  0xef53, // ext2, ext3, ext4
  0x58465342, // xfs
  0x9123683e, // btrfs
  0xf2f52010, // f2fs
  0x2fc12fc1, // zfs
  0x01021994, // tmpfs
])

export function groundOf(disk: Disk, home: string): Promise<Ground> {
  return disk === nodeDisk ? realGround(home) : Promise.resolve(noGround(disk))
}

async function realGround(home: string): Promise<Ground> {
  const [folder, system] = await Promise.all([stat(home), statfs(home).catch(() => undefined)])
  return {
    ...(folder.ino === 0 ? {} : { folderId: String(folder.ino) }),
    isLocal: process.platform === 'linux' && system !== undefined && LOCAL_FILE_SYSTEMS.has(system.type),
    showLife: () => showLifeIn(home),
    lookFor: (sign) => lookFor(join(home, sign)),
    signs: async () => (await readdir(home)).filter((name) => SIGN.test(name)),
    async fileId(path) {
      const { ino, mtimeMs, size } = await stat(path)
      return `${ino}-${Math.round(mtimeMs)}-${size}`
    },
  }
}

/** On a disk that is in no folder nobody else can be. */
function noGround(disk: Disk): Ground {
  return {
    isLocal: false,
    showLife: async () => undefined,
    lookFor: async () => 'none',
    signs: async () => [],
    fileId: async (path) =>
      createHash('sha256')
        .update(await disk.read(path))
        .digest('hex')
        .slice(0, 16),
  }
}

/** A socket: it answers as long as its process lives, across containers, and the system hangs up when that is over. */
async function showLifeIn(home: string): Promise<SignOfLife | undefined> {
  if (process.platform === 'win32') return undefined
  const name = `alive-${randomBytes(8).toString('hex')}`
  const path = join(home, name)
  const server = createServer((socket) => socket.destroy())
  const short = await shortNameOf(path)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(short.name, resolve)
    })
    server.unref()
    await chmod(path, 0o600)
  } catch {
    server.close()
    await rm(path, { force: true })
    return undefined // this file system knows no sockets
  } finally {
    await short.close()
  }
  return {
    name,
    async hide() {
      server.close()
      await rm(path, { force: true })
    },
  }
}

async function lookFor(path: string): Promise<SeenSign> {
  const short = await shortNameOf(path)
  try {
    return await new Promise<SeenSign>((resolve) => {
      const socket = connect(short.name)
      socket.once('connect', () => {
        socket.destroy()
        resolve('alive')
      })
      socket.once('error', (error) => {
        if (hasCode(error, 'ECONNREFUSED')) resolve('dead')
        else resolve(hasCode(error, 'EAGAIN') ? 'alive' : 'none') // too many are asking
      })
    })
  } finally {
    await short.close()
  }
}
