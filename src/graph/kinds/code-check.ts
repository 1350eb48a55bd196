import { codePoints, fillWords, isSuspicious, plainText, type Words } from '../../base/index.ts'
import { checkCreditCode, checkOrganisationCode } from './credit-code.ts'
import { checkStockCode } from './stock-code.ts'
import { schemeOf, type Vocabulary } from './vocabulary.ts'
import { KIND_WORDS, type KindReason } from './words.ts'

/** A code in its one form, or why it is none. */
export type CodeCheck =
  | { ok: true; code: string }
  | { ok: false; reason: KindReason; details: Readonly<Record<string, string | number>> }

const CHECKS: Readonly<Record<string, (text: string) => CodeCheck>> = {
  'credit-code': checkCreditCode,
  'organisation-code': checkOrganisationCode,
  'stock-code': checkStockCode,
}

/** Longest name within a list, in code points. */
const NAME_LIMIT = 300

/**
 * Brings a code into the one form of its scheme, or says why it does not belong there. Whether a
 * code is listed in a table is another question: see `CodeTable`.
 */
export function checkCode(vocabulary: Vocabulary, scheme: string, text: string): CodeCheck {
  const found = schemeOf(vocabulary, scheme)
  if (found === undefined) return { ok: false, reason: 'scheme-unknown', details: { scheme } }
  const special = found.check === undefined ? undefined : CHECKS[found.check]
  if (special !== undefined) return special(text)
  const code = plainText(text)
  if (code === '') return { ok: false, reason: 'code-empty', details: {} }
  if (isSuspicious(text) !== null) return { ok: false, reason: 'code-suspicious', details: {} }
  if (codePoints(code) > NAME_LIMIT) {
    return { ok: false, reason: 'code-long', details: { limit: NAME_LIMIT } }
  }
  if (found.pattern !== undefined && !new RegExp(`^(?:${found.pattern})$`).test(code)) {
    return { ok: false, reason: 'code-form', details: { scheme } }
  }
  return { ok: true, code }
}

/** The sentence of a reason in both languages. */
export function reasonWords(failure: {
  reason: KindReason
  details: Readonly<Record<string, string | number>>
}): Words {
  return fillWords(KIND_WORDS[failure.reason], failure.details)
}
