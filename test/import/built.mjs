// Lets a process of a test run the built program: node --import ./test/import/built.mjs FILE.ts
import { register } from 'node:module'

register('../../tools/typescript-hooks.mjs', import.meta.url)
register('./built-hooks.mjs', import.meta.url)
