import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
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
