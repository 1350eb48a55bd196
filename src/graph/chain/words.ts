import { Problem } from '../../base/index.ts'

const inputProblem = (field: string, reason: string, reasonEn: string): Problem =>
  new Problem('invalid-input', { field, reason, reasonEn })

export const emptyName = (): Problem =>
  inputProblem('name', '名称不能为空', 'the name should not be empty')

export const linkToItself = (): Problem =>
  inputProblem('to', '供给关系的两端应是两个环节', 'a link should join two stages')
