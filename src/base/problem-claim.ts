import { entry } from './problem-entry.ts'

/** Problems of statements, their quotations and their codes. */
export const CLAIM_PROBLEMS = {
  'quote-not-found': entry(422, 3, {
    what: { zh: '原文中没有这段引文', en: 'The quotation is not in the source' },
    why: {
      zh: '来源文字中找不到与引文逐字相同之处',
      en: 'No place in the source reads exactly so',
    },
    next: { zh: '从来源中复制原句', en: 'Copy the sentence from the source' },
  }),
  'quote-ambiguous': entry(422, 3, {
    what: { zh: '引文在原文中不止一处', en: 'The quotation occurs more than once' },
    why: { zh: '共有 {count} 处相同', en: 'The source has {count} such places' },
    next: { zh: '引用更长的一段，或指明位置', en: 'Quote more of it or state the place' },
  }),
  'credit-code-invalid': entry(422, 3, {
    what: { zh: '统一社会信用代码不正确', en: 'Not a valid unified social credit code' },
    why: { zh: '{code}：{reason}', en: '{code}: {reason}' },
    next: {
      zh: '核对营业执照上的 18 位代码',
      en: 'Check the 18 characters on the business licence',
    },
  }),
  'code-unknown': entry(422, 3, {
    what: { zh: '代码不在代码表中', en: 'The code is not in its table' },
    why: { zh: '{scheme} 中没有 {code}', en: '{scheme} has no {code}' },
    next: { zh: '核对代码及其版本', en: 'Check the code and the edition' },
  }),
  'rule-invalid': entry(422, 3, {
    what: { zh: '规则有误', en: 'The rule is not valid' },
    why: { zh: '{rule}：{reason}', en: '{rule}: {reason}' },
    next: { zh: '按提示改正规则后再存', en: 'Correct the rule as stated and save it again' },
  }),
  'list-invalid': entry(422, 3, {
    what: { zh: '清单定义有误', en: 'The definition of the list is not valid' },
    why: { zh: '{path}：{reason}', en: '{path}: {reason}' },
    next: { zh: '按提示改正定义', en: 'Correct the definition as stated' },
  }),
  'list-step': entry(409, 3, {
    what: { zh: '现在不能走这一步', en: 'This step cannot be taken now' },
    why: { zh: '{reason}', en: '{reason}' },
    next: {
      zh: '刷新后看签发步骤，从当前一步继续',
      en: 'Refresh and go on from the step that is due',
    },
  }),
  'list-not-signed': entry(409, 3, {
    what: { zh: '这一版尚未签发', en: 'This version is not signed' },
    why: {
      zh: '证据包证明一版清单由谁签发，未签发的没有可证之处',
      en: 'A bundle proves who signed a version; of one that is not signed there is nothing to prove',
    },
    next: {
      zh: '先送签并签发，或改用 XLSX、DOCX、CSV 导出草稿',
      en: 'Have it signed first, or export the draft as XLSX, DOCX or CSV',
    },
  }),
  'list-note-needed': entry(422, 3, {
    what: { zh: '签发前须注明理由', en: 'A note is needed before signing' },
    why: {
      zh: '{stale} 行依据陈旧，{fallen} 行有依据已不成立',
      en: '{stale} rows have stale grounds, {fallen} rows have grounds that no longer stand',
    },
    next: {
      zh: '先更新依据重新起草，或写明理由后签发',
      en: 'Renew the grounds and draw it up again, or sign with a reason',
    },
  }),
  'merge-two-codes': entry(409, 3, {
    what: { zh: '两边的代码不同，不能合并', en: 'Two codes that differ cannot be one thing' },
    why: { zh: '{reason}', en: '{reason}' },
    next: {
      zh: '若有一个代码有误，先退回那条陈述；否则记为「是两家」',
      en: 'If one of the codes is wrong, withdraw that claim first; otherwise record that they are two',
    },
  }),
  'source-superseded': entry(409, 3, {
    what: { zh: '来源已被新版本取代', en: 'The source was superseded' },
    why: { zh: '该来源已有更正后的版本', en: 'There is a corrected version of it' },
    next: { zh: '改用最新版本', en: 'Use the newest version' },
  }),
} as const
