import { defineConfig } from 'vitest/config'

/** Generous, because a loaded machine must not fail a test that asserts no time. */
const PATIENCE_MS = 120_000
const common = {
  environment: 'node',
  pool: 'forks',
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
  teardownTimeout: PATIENCE_MS,
} as const

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          // Half of a light file's time was loading the same modules again; no file leaves anything
          // in a module behind that another would meet.
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['test/browser/**'],
          globalSetup: ['test/global-setup.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global-setup.ts'],
        },
      },
    ],
  },
})
