import { Problem } from '../../base/index.ts'

const invalid = (field: readonly [string, string], reason: readonly [string, string]): Problem =>
  new Problem('invalid-input', {
    ...{ field: field[0], fieldEn: field[1], reason: reason[0], reasonEn: reason[1] },
  })

export const keyUnreadable = (): Problem =>
  invalid(
    ['见证公钥', 'Key of the witness'],
    [
      '须为一个词：名称+编号+公钥，由 lianshu witness 打印',
      'it is one word, name+id+key, as lianshu witness prints it',
    ],
  )

export const noteUnreadable = (): Problem =>
  invalid(
    ['会签的检查点', 'Cosigned checkpoint'],
    [
      '须为检查点全文：三行、空行、记录的签名，及至少一行见证的会签',
      'it is the whole checkpoint: three lines, a blank one, the signature of the log, and a cosignature',
    ],
  )

export const noteForeign = (): Problem =>
  invalid(
    ['会签的检查点', 'Cosigned checkpoint'],
    ['不是本记录签出的检查点', 'it is no checkpoint that this log signed'],
  )

export const cosignatureUnknown = (): Problem =>
  invalid(
    ['会签', 'Cosignature'],
    [
      '会签不出自已登记的见证，或与检查点不符',
      'the cosignature is by no registered witness, or does not belong to the checkpoint',
    ],
  )

export const neededTooMany = (witnesses: number): Problem =>
  invalid(
    ['所需见证数', 'Witnesses needed'],
    [
      `现有 ${witnesses} 个见证，所需数不能多于此`,
      `there are ${witnesses} witnesses, and no more can be needed`,
    ],
  )

export const witnessKnown = (): Problem =>
  new Problem('conflict', {
    reason: '这个见证已经登记',
    reasonEn: 'this witness is registered already',
  })

export const witnessNeeded = (): Problem =>
  new Problem('conflict', {
    reason: '停用后见证少于所需数，请先调低所需数',
    reasonEn: 'fewer witnesses than needed would remain; lower that number first',
  })
