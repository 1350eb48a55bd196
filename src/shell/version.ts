import { readFileSync } from 'node:fs'

/** The version in package.json, which stands two folders above both src/shell and dist/program. */
export function programVersion(): string {
  const path = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}
