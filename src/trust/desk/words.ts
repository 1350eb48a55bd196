import { Problem, type Words } from '../../base/index.ts'
import type { DeskMode } from './rules.ts'

export const DESK_MODE_WORDS: Readonly<Record<DeskMode, Words>> = {
  'four-eyes': { zh: '四眼：须另一人复核', en: 'Four eyes: another person confirms' },
  'one-person': { zh: '一人工作台：本人复核', en: 'Desk of one person: confirmed by its maker' },
}

/** Stands on every export that was made while the desk had one person. */
export const ONE_PERSON_STAMP: Words = {
  zh: '一人工作台模式：未经另一人复核',
  en: 'Desk of one person: not confirmed by another',
}

export const reasonMissing = (): Problem =>
  new Problem('invalid-input', {
    field: '理由',
    fieldEn: 'Reason',
    reason: '改变复核方式须写明理由',
    reasonEn: 'say why the way of confirming changes',
  })

export const modeAlready = (): Problem =>
  new Problem('conflict', {
    reason: '现在就是这种复核方式',
    reasonEn: 'the desk works this way already',
  })
