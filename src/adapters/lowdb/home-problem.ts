import { statSync } from 'node:fs'

/** The folder that is to be the home cannot be, or can be no longer: one sentence for whoever set it. */
export class HomeUnusable extends Error {
  override readonly name = 'HomeUnusable'
}

/** What the system's codes mean to whoever runs the program. */
const MEANING: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its file system is read-only',
  ENOENT: 'it is not there and cannot be made',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its name leads in a circle',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk cannot be read or written',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
}

/** The same error, said in one sentence where the system refused what a home needs; any other as it is. */
export function homeProblem(home: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error
  const code = String(error.code)
  const meaning = MEANING[code]
  if (meaning === undefined) return error
  const path =
    'path' in error && typeof error.path === 'string' && error.path !== home ? ` ${error.path}:` : ''
  const owner = code === 'EACCES' || code === 'EPERM' ? ownerOf(home) : ''
  return new HomeUnusable(`${home} cannot be used as the home:${path} ${meaning}${owner} (${code})`, {
    cause: error,
  })
}

function ownerOf(home: string): string {
  const mine = process.getuid?.()
  try {
    const { uid } = statSync(home)
    return mine === undefined || uid === mine
      ? ''
      : `; it is user ${uid}'s, and this process is user ${mine}'s`
  } catch {
    return ''
  }
}
