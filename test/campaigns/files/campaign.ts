/** Spoiled files through the readers: none brings one down, hangs it, or passes for what it is not. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Chance, chanceOf } from '../chance.ts'
import { bombs } from './bombs.ts'
import { type Original, originals } from './originals.ts'
import { lay, readAsProduct, StandingReader, type Told } from './reading.ts'
import { spoil, WAYS, type Way } from './spoil.ts'

export interface Report {
  readonly seed: number
  cases: number
  /** Of these so many in the product's own thread as well. */
  asProduct: number
  readonly states: Record<string, number>
  readonly faults: string[]
  faultCount: number
  slowestMs: number
}

/** One in so many is read in the product's own thread too, and both must say the same. */
const PRODUCT_EVERY = 100

export interface Choice {
  readonly seed: number
  readonly cases: number
  readonly limitMs?: number
}

export async function spoilFiles(choice: Choice): Promise<Report> {
  const { seed, cases, limitMs = Number.POSITIVE_INFINITY } = choice
  const report: Report = {
    ...{ seed, cases: 0, asProduct: 0, states: {}, faults: [], faultCount: 0, slowestMs: 0 },
  }
  const chance = chanceOf(seed)
  const files = originals()
  const folder = await mkdtemp(join(tmpdir(), 'lianshu-spoiled-'))
  const reader = new StandingReader()
  const begun = performance.now()
  try {
    const whole = new Map<Original, string>()
    for (const file of files) {
      const told = await reader.read(await lay(folder, file, 0))
      if (told.state !== 'read') throw new Error(`${file.fileName} is ${told.state}: ${told.text}`)
      whole.set(file, told.text)
    }
    while (report.cases < cases && performance.now() - begun < limitMs) {
      await one({ report, chance, files, folder, reader, whole })
    }
  } finally {
    await reader.end()
    await rm(folder, { recursive: true, force: true })
  }
  return report
}

interface Ground {
  readonly report: Report
  readonly chance: Chance
  readonly files: readonly Original[]
  readonly folder: string
  readonly reader: StandingReader
  readonly whole: ReadonlyMap<Original, string>
}

async function one(ground: Ground): Promise<void> {
  const { report, chance, files, folder, reader, whole } = ground
  const file = chance.one(files)
  const way = chance.one(WAYS)
  const bytes = spoil(file, chance.one(files), way, chance)
  const asked = await lay(folder, { ...file, bytes }, report.cases)
  const begun = performance.now()
  const told = await reader.read(asked)
  report.slowestMs = Math.max(report.slowestMs, Math.round(performance.now() - begun))
  report.states[told.state] = (report.states[told.state] ?? 0) + 1
  const isSame = bytes.equals(file.bytes)
  const wrong = isSame ? null : wrongIn(file, way, told, whole.get(file) ?? '')
  const tell = (what: string): void => {
    report.faultCount += 1
    if (report.faults.length > 60) return
    const at = `${file.fileName} ${way}, case ${report.cases} of seed ${report.seed}`
    report.faults.push(`${at}: ${what}`)
  }
  if (wrong !== null) tell(wrong)
  if (report.cases % PRODUCT_EVERY === 0) {
    report.asProduct += 1
    const product = await readAsProduct(asked)
    if (product.state !== told.state || product.text !== told.text) {
      tell(`the product says ${product.state} ${product.text.slice(0, 80)}`)
    }
  }
  report.cases += 1
}

/** What may not be: a fault of ours, a silence, or a container that passes for whole. */
function wrongIn(file: Original, way: Way, told: Told, whole: string): string | null {
  const { state, text, cautions } = told
  if (state === 'failed' || state === 'late' || state === 'burst')
    return `${state}: ${text.slice(0, 160)}`
  if (state === 'refused') return saysNothing(text) ? `refused without words: ${text}` : null
  const isCut = way === 'truncate' && file.fileName.endsWith('.pdf')
  if (isCut && text !== whole && text.length < whole.length && cautions === 0) {
    return 'cut, and read as if it were whole'
  }
  if (file.isSealed && text !== whole) return `read, and ${text.length} for ${whole.length} signs`
  return null
}

const saysNothing = (text: string): boolean =>
  !/[\u4e00-\u9fff]/.test(text) || /[{}]|undefined|^internal/.test(text)

/** Each bomb in the product's own thread, which must refuse it in words or read it in time. */
export async function setOffBombs(): Promise<
  { name: string; state: string; ms: number; said: string }[]
> {
  const folder = await mkdtemp(join(tmpdir(), 'lianshu-bombs-'))
  const told = []
  try {
    for (const bomb of bombs()) {
      const asked = await lay(folder, bomb, 0)
      const begun = performance.now()
      const { state, text } = await readAsProduct(asked)
      const ms = Math.round(performance.now() - begun)
      const isFine =
        (state === 'refused' && !saysNothing(text)) || (state === 'read' && bomb.mayRead)
      const said = state === 'read' ? `${text.length} signs` : text.slice(0, 120)
      told.push({ name: bomb.name, state: isFine ? state : `FAULT ${state}`, ms, said })
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return told
}
