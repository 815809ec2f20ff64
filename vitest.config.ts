import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What counts the work of patterns puts its own in the place of the language's: alone, vitest.alone.config.ts.
    exclude: ['test/browser/**', 'test/language/long-messages.test.ts'],
    globalSetup: ['test/support/train-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Every core: on two of them one worker alone would take twice as long.
    maxWorkers: '100%',
    // One module graph for all files of a process: loading botbuilder and the words takes longer than most files.
    isolate: false,
  },
})
