import type { ImportKind } from './import-rows.js'

/** A file that was dropped, and what is known of it before it is read. */
export interface InboxFile {
  readonly name: string
  readonly path: string
  readonly kind?: ImportKind
}

export interface InboxDeps {
  readonly files: () => readonly InboxFile[]
  /** Imports one file; gives whether it was taken and the report in words. */
  readonly take: (file: InboxFile & { readonly kind: ImportKind }) => Promise<InboxResult>
  /** Moves the file aside with its report. */
  readonly putAside: (file: InboxFile, how: 'done' | 'failed', report: string) => void
  /** Tells whoever looks after this, once for all files. */
  readonly tell: (results: readonly TakenFile[]) => Promise<void>
  /** What is said of a file whose name does not tell what it holds. */
  readonly unknownName: string
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
 * moved aside after its import is durable: a process that ends in between finds it again, and the same file again
 * changes nothing.
 */
export function takeInbox(deps: InboxDeps) {
  return async (): Promise<readonly TakenFile[]> => {
    const results: TakenFile[] = []
    for (const file of deps.files()) {
      const { taken, report } = await takeOne(deps, file)
      deps.putAside(file, taken ? 'done' : 'failed', report)
      results.push({ name: file.name, taken, summary: report.split('\n')[0] ?? '' })
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
