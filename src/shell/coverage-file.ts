/** Where each row of the inventory lives, two folders above src/shell and dist/program alike. */
export const COVERAGE_FILE = new URL('../../docs/coverage.json', import.meta.url)
