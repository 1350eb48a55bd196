import { zipOf } from '../portable/index.ts'
import type { BundleFile } from './model.ts'

/**
 * Files as a zip, stored as they are: a bundle has the same bytes wherever it is made, and every one
 * of them follows from the files, so that a verifier can tell a byte that does not.
 */
export const bundleBytes = (files: readonly BundleFile[]): Uint8Array<ArrayBuffer> =>
  zipOf(
    files.map(({ name, text }) => [name, text]),
    'stored',
  )
