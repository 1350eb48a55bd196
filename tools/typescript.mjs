// Lets Node 20 run the TypeScript of tools/ and src/ as it stands:
// node --import ./tools/typescript.mjs tools/docs.ts
import { register } from 'node:module'

register('./typescript-hooks.mjs', import.meta.url)
