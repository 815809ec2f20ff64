import { Command } from 'commander'
import { writeBackup } from '../../../adapters/lowdb/backup/write-backup.js'
import { type Cover, coverOf, sealingKey } from '../../../adapters/lowdb/files/cover.js'
import { auditOf } from '../../../compose/audit.js'
import { programVersion } from '../../../compose/places.js'
import { readKeyFile } from '../../../config/key-file.js'
import { OPERATOR } from '../../../imports/operator.js'
import { type Shell, withDaybook } from '../../shell.js'

interface Options {
  readonly keyFile?: string
  readonly json?: boolean
}

/** `backup FOLDER`: the whole home as it is at one instant, also while it is served. */
export function backupCommand(shell: Shell): Command {
  return new Command('backup')
    .description(
      'the whole home as it is at one instant, also while it is served; read back before it counts',
    )
    .argument('<folder>', 'an empty one, or one that is made; best on another machine')
    .option('--key-file <file>', 'a key of 32 bytes to seal it with: openssl rand -hex 32')
    .option('--json', 'what was written, as data')
    .action(async (folder: string, { keyFile, json }: Options) => {
      const cover = coverOfKeyFile(shell, keyFile)
      await withDaybook(shell, undefined, async (daybook) => {
        const { embedded, store, world } = daybook
        if (embedded === undefined) {
          shell.err('this home is a PostgreSQL database: pg_dump --format=custom takes its backup')
          return shell.fail()
        }
        const at = world.clock.now().toISOString()
        await store.journal.append({ at, managerId: OPERATOR, act: 'backup.write' })
        await auditOf(daybook).checkpoint()
        const { lines, head } = await store.journal.end()
        const books = (await store.books.managerIds()).length
        const about = {
          program: programVersion(),
          at,
          journal: { lines, head },
          managers: store.managers.all().length,
          books,
        }
        const snapshot = await embedded.snapshot()
        try {
          const { files } = await writeBackup(snapshot, shell.file(folder), about, cover)
          const bytes = files.reduce((sum, { size }) => sum + size, 0)
          const sealed = cover.keyId === undefined ? 'not encrypted' : `sealed with key ${cover.keyId}`
          if (json === true)
            shell.out(
              JSON.stringify({
                folder: shell.file(folder),
                ...about,
                files: files.length,
                bytes,
                keyId: cover.keyId ?? null,
              }),
            )
          else
            shell.out(
              `${folder}: ${files.length} files, ${megabytes(bytes)} MB, ${about.managers} managers, ${books} books, ${lines} lines of the journal; read back; ${sealed}`,
            )
        } finally {
          await snapshot.remove()
        }
      })
    })
}

/** @throws DataFileError */
export function coverOfKeyFile(shell: Pick<Shell, 'file'>, keyFile: string | undefined): Cover {
  return keyFile === undefined
    ? coverOf()
    : coverOf({ present: sealingKey(readKeyFile(shell.file(keyFile))), former: [] })
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
