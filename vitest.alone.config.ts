import { defineConfig } from 'vitest/config'

/** Tests that change what every pattern of a process is looked for with, each in a process of its own. */
export default defineConfig({
  test: {
    include: ['test/language/long-messages.test.ts'],
    globalSetup: ['test/support/train-once.ts'],
    testTimeout: 120_000,
    pool: 'forks',
  },
})
