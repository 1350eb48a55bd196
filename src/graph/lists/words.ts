import { Problem, type Words } from '../../base/index.ts'

const invalid = (path: string, reason: string, reasonEn: string): Problem =>
  new Problem('list-invalid', { path, reason, reasonEn })

export const doubled = (path: string): Problem =>
  invalid(path, '同名的列不止一个', 'there is more than one column of this name')

export const emptyColumn = (path: string): Problem =>
  invalid(path, '列须写 from 或 about 之一', 'a column says either from or about')

export const unknownColumn = (path: string, name: string): Problem =>
  invalid(path, `没有“${name}”这一列`, `there is no column “${name}”`)

export const unknownSort = (path: string, name: string): Problem =>
  invalid(path, `没有“${name}”这个名称`, `there is no name “${name}”`)

export const wrongSteps = (acts: string): Problem =>
  invalid('steps', `步骤须依次为 ${acts}`, `the steps are, in this order, ${acts}`)

export const otherList = (id: string): Problem => invalid('id', `应为“${id}”`, `should be “${id}”`)

const step = (reason: string, reasonEn: string): Problem =>
  new Problem('list-step', { reason, reasonEn })

export const notDue = (state: Words): Problem =>
  step(`这一版现在是“${state.zh}”`, `the version is now ${state.en}`)

export const nothingDrafted = (): Problem => step('还没有起草', 'nothing was drafted yet')

export const alreadyOpen = (number: number): Problem =>
  step(`第 ${number} 版尚未签发`, `version ${number} is not signed yet`)

export const signedForEver = (): Problem => step('签发后不能撤销', 'what was signed is not undone')

export const notDraft = (): Problem =>
  step('核对之后不再改行；先撤销到草稿', 'rows are not changed after the check; undo to the draft')

export const notAgreeing = (total: number, agree: number): Problem =>
  step(
    `${total} 个数中只有 ${agree} 个与原文一致`,
    `only ${agree} of ${total} figures agree with their text`,
  )

export const notCurated = (): Problem =>
  step('此清单全由规则决定，不能手工增减', 'this list is decided by its rule alone')

export const reasonMissing = (): Problem =>
  new Problem('invalid-input', {
    field: '理由',
    fieldEn: 'Reason',
    reason: '移出或加入须写明理由',
    reasonEn: 'say why a row is added or removed',
  })

export const STATE_WORDS: Readonly<Record<string, Words>> = {
  draft: { zh: '草稿', en: 'draft' },
  checked: { zh: '已核对', en: 'checked' },
  reviewed: { zh: '已复核', en: 'reviewed' },
  countersigned: { zh: '已会签', en: 'countersigned' },
  signed: { zh: '已签发', en: 'signed' },
}

/** Figures that a list computes. */
export const PLACE_MEMBERS: Words = {
  zh: '计数：本链位于该地区的企业，一家计一次',
  en: 'Count of firms of the chain that stand in the region, each once',
}
