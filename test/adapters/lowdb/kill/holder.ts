import { openHome } from '../../../../src/adapters/lowdb/home.js'

/* A process that opens a home, says `open` or why it could not, and holds it until its standard input ends. */

try {
  const home = await openHome(process.argv[2]!, {
    log: { warn: () => {} },
    newId: () => String(process.hrtime.bigint()),
    now: () => new Date(),
  })
  process.stdout.write('open\n')
  process.stdin.on('end', () => void home.close()).resume()
} catch (error) {
  process.stdout.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`)
}
