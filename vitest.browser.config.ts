import { defineConfig } from 'vitest/config'

/** The browser test: the README's start command, the Playground, headless Chromium. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
  },
})
