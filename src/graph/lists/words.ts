import { Problem, type Words } from '../../base/index.ts'
import type { ListState } from './model.ts'

const invalid = (path: string, reason: string, reasonEn: string): Problem =>
  new Problem('list-invalid', { path, reason, reasonEn })

export const doubled = (path: string): Problem =>
  invalid(path, '同一个标识出现不止一次', 'the id occurs more than once')

export const emptyColumn = (path: string): Problem =>
  invalid(path, '列须写 from 或 about 之一', 'a column says either from or about')

export const unknownColumn = (path: string, name: string): Problem =>
  invalid(path, `没有“${name}”这一列`, `there is no column “${name}”`)

export const unknownName = (path: string, name: string): Problem =>
  invalid(path, `没有“${name}”这个名称`, `there is no name “${name}”`)

export const unknownKind = (path: string, kind: string): Problem =>
  invalid(path, `没有“${kind}”这类事物`, `there is no kind “${kind}”`)

export const unknownScheme = (path: string, scheme: string): Problem =>
  invalid(path, `没有“${scheme}”这套编码`, `there is no scheme “${scheme}”`)

export const rowUnnamed = (path: string): Problem =>
  invalid(
    path,
    '点名的行写 name，或者写 scheme 与 code',
    'a named row says either name, or scheme and code',
  )

export const rowsUncurated = (): Problem =>
  invalid(
    'rows',
    '点名的行可由人撤下，所以 curated 须为 true',
    'people may take named rows out, so curated must be true',
  )

export const nothingNeeded = (): Problem =>
  invalid('enters', '至少有一条条件必须满足', 'at least one condition must be needed')

const step = (reason: string, reasonEn: string): Problem =>
  new Problem('list-step', { reason, reasonEn })

export const notDue = (state: ListState): Problem =>
  step(`这一版现在是“${STATE_WORDS[state].zh}”`, `the version is now ${STATE_WORDS[state].en}`)

export const alreadyOpen = (number: number): Problem =>
  step(
    `第 ${number} 版已经提交，尚未签发；先签发或退回`,
    `version ${number} was submitted and not signed; sign it or send it back first`,
  )

export const changedMeanwhile = (): Problem =>
  step('这一版刚刚被别人改过', 'somebody changed the version a moment ago')

export const notCurated = (): Problem =>
  step('此清单全由规则决定，不能手工增减', 'this list is decided by its rule alone')

export const notAdded = (): Problem =>
  step('这一行没有手工增减过', 'the row was neither added nor taken out by hand')

export const alreadyIn = (): Problem => step('它已经在列', 'it is in the list already')

export const otherKind = (): Problem =>
  step('此清单不收这类事物，或它不在这条链上', 'the list holds no things of this kind and place')

export const partlyHidden = (): Problem =>
  step(
    '有的行或单元格您无权查看；请能看到全部的人签发',
    'some rows or cells are hidden from you; whoever sees all of it signs',
  )

export const tooMany = (limit: number): Problem => new Problem('too-large', { limit })

const missing = (field: string, fieldEn: string, reason: string, reasonEn: string): Problem =>
  new Problem('invalid-input', { field, fieldEn, reason, reasonEn })

export const reasonMissing = (): Problem => missing('理由', 'Reason', '须写明理由', 'say why')

export const foreignClaim = (): Problem =>
  missing('依据', 'Ground', '这条陈述说的不是它', 'the claim does not speak of it')

export const noteNeeded = (stale: number, fallen: number): Problem =>
  new Problem('list-note-needed', { stale, fallen })

export const STATE_WORDS: Readonly<Record<ListState, Words>> = {
  draft: { zh: '草稿', en: 'a draft' },
  submitted: { zh: '待签发', en: 'submitted' },
  signed: { zh: '已签发', en: 'signed' },
}

/** Why a row that the file names is not in the list. */
export const WAITING_WORDS = {
  unknown: { zh: '没有已发布的来源说到它', en: 'no published source tells of it' },
  several: {
    zh: '不止一物叫这个名称，请在清单文件里写明编码',
    en: 'several things bear this name; name it by a code in the file',
  },
  unfit: {
    zh: '已有此物，但它不属于这条链或不是此清单所收的一类',
    en: 'it is known, but is not of this chain or not of the kinds that the list holds',
  },
} as const satisfies Record<string, Words>

/** Words of names that are worked out and are no properties of the vocabulary. */
export const WORKED_OUT_WORDS: Readonly<Record<string, Words>> = {
  kind: { zh: '类别', en: 'Kind' },
  sources: { zh: '来源数', en: 'Sources' },
  stale: { zh: '依据陈旧', en: 'Stale grounds' },
  synthetic: { zh: '合成', en: 'Synthetic' },
  marks: { zh: '标记', en: 'Marks' },
  firms: { zh: '企业数', en: 'Firms' },
  suppliers: { zh: '上游环节数', en: 'Supplying stages' },
  customers: { zh: '下游环节数', en: 'Supplied stages' },
  place: { zh: '所在地', en: 'Place' },
  stages: { zh: '所属环节', en: 'Stages' },
  stageVerdicts: { zh: '所属环节的判定', en: 'Verdicts of its stages' },
  stageMarks: { zh: '所属环节的标记', en: 'Marks of its stages' },
  leads: { zh: '牵头', en: 'Leads' },
  inChain: { zh: '属于本链', en: 'Belongs to the chain' },
  members: { zh: '链上企业数', en: 'Firms of the chain' },
}

/** A figure that a list computes. */
export const PLACE_MEMBERS: Words = {
  zh: '计数：本链位于该地区的企业，一家计一次',
  en: 'Count of firms of the chain that stand in the region, each once',
}
