import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Generous, because a loaded machine must not fail a test that asserts no time. */
const PATIENCE_MS = 120_000
const common = {
  environment: 'node',
  pool: 'forks',
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
  teardownTimeout: PATIENCE_MS,
} as const

/**
 * Files of minutes, the longest first; started last, one of them would run on alone. The office begins
 * with nothing, so it goes before those that wait until the sample is filled.
 */
const LONGEST = [
  'test/campaigns/kills/kills.test.ts',
  'test/browser/office.test.ts',
  'test/browser/crawler.test.ts',
]

/** The longest, then the browser, then all others one behind the other in the same two workers. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId, project }: TestSpecification): number => {
      const place = LONGEST.findIndex((path) => moduleId.endsWith(path))
      if (place >= 0) return place
      return LONGEST.length + (project.name === 'browser' ? 0 : 1)
    }
    const sorted = await super.sort(files)
    return sorted.sort((one, other) => placeOf(one) - placeOf(other))
  }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
