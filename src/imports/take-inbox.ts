import type { ImportKind } from './import-rows.js'

/** A file that was dropped, and what is known of it before it is read. */
export interface InboxFile {
  readonly name: string
  readonly path: string
  readonly kind?: ImportKind
}

export interface InboxDeps {
  readonly files: () => readonly InboxFile[]
  /** Files that a process which ended had claimed. */
  readonly leftBehind: () => readonly InboxFile[]
  /** Moves a file out of the drop folder before anything of it is read; undefined where it is gone. */
  readonly claim: (file: InboxFile) => InboxFile | undefined
  /** Imports one file; gives whether it was taken and the report in words. */
  readonly take: (file: InboxFile & { readonly kind: ImportKind }) => Promise<InboxResult>
  /** Moves the file aside with its report. */
  readonly putAside: (file: InboxFile, how: 'done' | 'failed', report: string) => void
  /** Tells whoever looks after this, once for all files. */
  readonly tell: (results: readonly TakenFile[]) => Promise<void>
  /** What is said of a file whose name does not tell what it holds. */
  readonly unknownName: string
  /** What is said of a file that was being read when the process ended. */
  readonly brokenOff: string
}

export interface InboxResult {
  readonly taken: boolean
  readonly report: string
}

export interface TakenFile {
  readonly name: string
  readonly taken: boolean
  /** The first line of the report. */
  readonly summary: string
}

/**
 * Takes in what lies in the drop folder, one file after another; a bad one stops none of the others. Each file is
 * claimed before it is opened: one that ends the process, whatever way, is not met again but laid aside as failed.
 */
export function takeInbox(deps: InboxDeps) {
  return async (): Promise<readonly TakenFile[]> => {
    const results: TakenFile[] = []
    const conclude = (file: InboxFile, { taken, report }: InboxResult) => {
      deps.putAside(file, taken ? 'done' : 'failed', report)
      results.push({ name: file.name, taken, summary: report.split('\n')[0] ?? '' })
    }
    for (const file of deps.leftBehind()) conclude(file, { taken: false, report: deps.brokenOff })
    for (const found of deps.files()) {
      const file = deps.claim(found)
      if (file !== undefined) conclude(file, await takeOne(deps, file))
    }
    if (results.length > 0) await deps.tell(results)
    return results
  }
}

async function takeOne(deps: InboxDeps, file: InboxFile): Promise<InboxResult> {
  const { kind } = file
  if (kind === undefined) return { taken: false, report: deps.unknownName }
  try {
    return await deps.take({ ...file, kind })
  } catch (error) {
    return { taken: false, report: error instanceof Error ? error.message : String(error) }
  }
}
