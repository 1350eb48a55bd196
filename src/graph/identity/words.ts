import { Problem, type Words } from '../../base/index.ts'
import type { ReasonCode } from './model.ts'

const conflict = (reason: string, reasonEn: string): Problem =>
  new Problem('conflict', { reason, reasonEn })

const input = (field: string, reason: string, reasonEn: string): Problem =>
  new Problem('invalid-input', { field, reason, reasonEn })

export const SCHEME_WORDS: Readonly<Record<string, Words>> = {
  'credit-code': { zh: '统一社会信用代码', en: 'unified social credit code' },
  'organisation-code': { zh: '组织机构代码', en: 'organisation code' },
  'stock-code': { zh: '证券代码', en: 'stock code' },
}

/** Both codes rest on statements that the actor may see. */
export function twoCodes(
  apart: { readonly scheme: string; readonly one: string; readonly other: string },
  names: { readonly one: string; readonly other: string },
): Problem {
  const scheme = SCHEME_WORDS[apart.scheme] ?? { zh: apart.scheme, en: apart.scheme }
  return new Problem('merge-two-codes', {
    reason: `「${names.one}」的${scheme.zh}是 ${apart.one}，「${names.other}」的是 ${apart.other}`,
    reasonEn: `the ${scheme.en} of “${names.one}” is ${apart.one}, that of “${names.other}” is ${apart.other}`,
  })
}

/** A code rests on statements that the actor may not see: no more is told than that there are two. */
export const codesConflict = (): Problem =>
  new Problem('merge-two-codes', {
    reason: '两边各有代码，而且不同',
    reasonEn: 'each of them has a code, and the codes differ',
  })

export const distinctAlready = (): Problem =>
  conflict(
    '两者已判定是两家：先撤销那个判定',
    'they were found to be two: undo that decision first',
  )

/** A ground for or against two things being one, in words; `details` are those of the reason. */
export function reasonWords(code: ReasonCode, details: Readonly<Record<string, string>>): Words {
  const { name = '', core = '', address = '', one = '', other = '', scheme = '' } = details
  const of = SCHEME_WORDS[scheme] ?? { zh: '代码', en: 'code' }
  const words: Readonly<Record<ReasonCode, Words>> = {
    'same-code': { zh: `${of.zh}相同`, en: `same ${of.en}` },
    'other-code': { zh: `${of.zh}不同`, en: `different ${of.en}` },
    'same-name': { zh: `同名「${name}」`, en: `same name “${name}”` },
    'short-name': {
      zh: `「${name}」是其简称或外文名`,
      en: `“${name}” is a short or English name of it`,
    },
    'former-name': { zh: `「${name}」是其曾用名`, en: `“${name}” is a former name of it` },
    'same-core': { zh: `字号与行业同为「${core}」`, en: `the same words “${core}” in both names` },
    'other-form': {
      zh: `组织形式不同：${one}、${other}`,
      en: `different legal forms: ${one}, ${other}`,
    },
    'other-place-in-name': { zh: '名称所冠地名不同', en: 'the names begin with different places' },
    'same-place': { zh: '同在一省', en: 'in the same province' },
    'other-place': { zh: '不在一省', en: 'in different provinces' },
    'same-address': { zh: `地址同为「${address}」`, en: `the same address “${address}”` },
    spoof: { zh: '名称中有形似而不同的字符', en: 'a name holds characters that only look alike' },
    'no-code': { zh: '两处都没有代码', en: 'neither has a code' },
  }
  return words[code]
}

export const reasonMissing = (): Problem =>
  input('reason', '须写明理由，撤销的人要看它', 'say why: whoever undoes it will read this')

export const oneAlready = (): Problem =>
  conflict('两个名称现在就是同一物', 'the two names mean one thing already')

export const otherKinds = (): Problem =>
  conflict('两边不是同一类事物，不能合并', 'the two are of different kinds and cannot be one')

export const kindStays = (): Problem =>
  conflict(
    '这一类事物由代码表区分，不合并也不拆分',
    'things of this kind are told by a table of codes and are neither merged nor split',
  )

export const askedAlready = (): Problem =>
  conflict('这两个名称的合并已提请，待另一人复核', 'their merge was proposed and waits for another')

export const mergedNow = (): Problem =>
  conflict('两者现为同一物：先撤销合并', 'they are one thing now: undo the merge first')

export const notWaiting = (): Problem =>
  conflict('这个决定不在待复核之列', 'the decision does not wait for a confirmation')

export const changedSince = (): Problem =>
  conflict(
    '提请之后名称又有变动：请作罢并重新提请',
    'identity has changed since it was proposed: drop it and propose anew',
  )

export const undoneAlready = (): Problem =>
  conflict('这个决定已撤销或已作罢', 'the decision was undone or dropped already')

export const nothingChosen = (): Problem =>
  input(
    'claims',
    '至少选一条现属此物的陈述，并至少留一条',
    'choose at least one claim of this thing, and leave at least one',
  )

export const tooMuchToMove = (most: number): Problem =>
  conflict(
    `要移动的陈述超过 ${most} 条，一次移不完：合并时请并入陈述多的一方，拆分时请按来源分几次拆`,
    `more than ${most} claims would move at once: merge into the one with more claims, or split a few sources at a time`,
  )
