import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { parse } from 'csv-parse/sync'
import type { Day } from '../../../domain/day.js'
import { parseDay } from '../../../domain/day.js'
import type { WorkingDays } from '../../../language/days/sense.js'
import { loadLanguage } from '../../../language/load.js'
import type { Reading } from '../../../language/reading.js'
import { createUnderstanding, type KnownCustomer } from '../../../language/understand.js'
import type { Terminal } from '../../shell.js'

export interface UnderstandSetting {
  /** The day messages are read on where `--today` is absent. */
  readonly today: () => Day
  readonly dataDir: string
  readonly cacheDir?: string
  readonly extraDir?: string
  readonly working?: WorkingDays
  readonly terminal: Pick<Terminal, 'input' | 'output'>
  file(name: string): string
}

/** `understand --book FILE [--today D] [--explain]`: one message a line in, one JSON reading a line out, as soon as it is read. */
export function understandCommand(setting: UnderstandSetting): Command {
  return new Command('understand')
    .description('read messages, one a line, and print what was understood, one JSON object a line')
    .requiredOption('--book <file>', 'customers file in the import format')
    .option('--today <day>', 'the day the messages are read on, YYYY-MM-DD')
    .option('--explain', 'add which rule or which features decided')
    .action(async (options: { book: string; today?: string; explain?: boolean }, command: Command) => {
      const today = options.today === undefined ? setting.today() : parseDay(options.today)
      if (today === undefined) command.error(`not a day: ${options.today}`, { exitCode: 2 })
      const understanding = createUnderstanding(loadLanguage(setting))
      const people = understanding.people(customersFrom(setting.file(options.book)))
      const { input, output } = setting.terminal
      for await (const line of createInterface({ input })) {
        output.write(
          `${JSON.stringify(asPrinted(understanding.read(line, people, today), options.explain === true))}\n`,
        )
      }
    })
}

function asPrinted({ explain, ...reading }: Reading, explained: boolean) {
  return explained ? { ...reading, explain } : reading
}

function customersFrom(file: string): readonly KnownCustomer[] {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true })
  return rows.map((row) => {
    const cell = (en: string, zh: string) => row[en] || row[zh] || undefined
    const gender = cell('gender', '性别')
    const optional = {
      nickname: cell('nickname', '昵称'),
      gender: gender === undefined ? undefined : /^(男|m)/i.test(gender) ? 'male' : 'female',
      occupation: cell('occupation', '职业'),
      company: cell('company', '单位'),
      phone: cell('phone', '手机号'),
    }
    return {
      id: cell('customer_id', '客户号') ?? '',
      name: cell('name', '姓名') ?? '',
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    }
  })
}
