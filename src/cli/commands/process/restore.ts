import { Command } from 'commander'
import { restoreBackup } from '../../../adapters/lowdb/backup/restore-backup.js'
import { auditOf } from '../../../compose/audit.js'
import { OPERATOR } from '../../../imports/operator.js'
import { type Shell, withDaybook } from '../../shell.js'
import { tell } from './audit.js'
import { coverOfKeyFile } from './backup.js'

interface Options {
  readonly keyFile?: string
  readonly json?: boolean
}

/** `restore FOLDER`: a backup into an empty home; again where it was stopped. */
export function restoreCommand(shell: Shell): Command {
  return new Command('restore')
    .description(
      'a backup into a home that is empty (DAYBOOK_HOME); run again, it goes on where it was stopped',
    )
    .argument('<folder>', 'what backup wrote')
    .option('--key-file <file>', 'the key that the backup was sealed with')
    .option('--json', 'what was restored, as data')
    .action(async (folder: string, { keyFile, json }: Options) => {
      const { home } = shell.config
      const { manifest, resumed } = await restoreBackup(
        shell.file(folder),
        home,
        coverOfKeyFile(shell, keyFile),
      )
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, world } = daybook
        const audit = auditOf(daybook)
        const books = (await store.books.managerIds()).length
        const { broken, lines } = await store.journal.verify([manifest.journal])
        const managers = store.managers.all().length
        await audit.noteRestore()
        await store.journal.append({
          at: world.clock.now().toISOString(),
          managerId: OPERATOR,
          act: 'backup.restore',
          detail: manifest.at,
        })
        const isWhole = broken === undefined && managers === manifest.managers && books === manifest.books
        const { restored } = await audit.verify()
        if (json === true)
          shell.out(
            JSON.stringify({
              home,
              takenAt: manifest.at,
              program: manifest.program,
              managers,
              books,
              journalLines: lines,
              files: manifest.files.length,
              resumed,
              isWhole,
              lostLines: restored?.lost ?? 0,
            }),
          )
        else {
          shell.out(`${home}: as it was at ${manifest.at}, written by version ${manifest.program}`)
          shell.out(
            `${managers} managers, ${books} books, ${lines} lines of the journal, ${manifest.files.length} files${resumed === 0 ? '' : `, ${resumed} of them there already`}`,
          )
          for (const line of tell(await audit.verify())) shell.out(line)
          shell.out('What was written after that instant is not in it: import the files of the days since.')
        }
        if (!isWhole) {
          shell.err(
            `not as the backup says: ${manifest.managers} managers, ${manifest.books} books, journal ${broken === undefined ? 'whole' : broken.problem}`,
          )
          shell.fail()
        }
      })
    })
}
