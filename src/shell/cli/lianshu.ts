#!/usr/bin/env node
// The command line: `npx lianshu <verb>`.
import { runCommandLine } from './run.ts'

process.exitCode = await runCommandLine(process.argv.slice(2))
