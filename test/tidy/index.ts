/** All rules of the house, in the order in which they are told in CONTRIBUTING.md. */
import { arrows, besideSubject, deadFiles, doors, screens, verifierAlone } from './arrows.ts'
import { architecture, contributing, links, migrations, readmeSize } from './documents.ts'
import type { Rule } from './house.ts'
import { drivers, environment, nodeInBrowser, purity, sql } from './purity.ts'
import { dictionaries, packSentences, sentences } from './sentences.ts'
import { fileSize, functionSize, leftovers, machinePaths, names, registryHosts } from './shape.ts'

export const RULES: readonly Rule[] = [
  arrows,
  doors,
  screens,
  verifierAlone,
  purity,
  nodeInBrowser,
  environment,
  sql,
  drivers,
  fileSize,
  functionSize,
  deadFiles,
  besideSubject,
  names,
  leftovers,
  sentences,
  dictionaries,
  packSentences,
  architecture,
  migrations,
  contributing,
  links,
  readmeSize,
  machinePaths,
  registryHosts,
]

export interface Exception {
  rule: string
  /** Beginning of the offence that is let pass: a path, or a path with its detail. */
  offence: string
  /** Why the rule is worse here than its breach. */
  reason: string
}

/** May only shrink: an exception that lets nothing pass any more fails the test. */
export const EXCEPTIONS: readonly Exception[] = []
