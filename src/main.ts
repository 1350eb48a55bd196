// The program: `npm start` serves, as `npx lianshu serve` does.
import { runCommandLine } from './shell/cli/run.ts'

process.exitCode = await runCommandLine(['serve'])
