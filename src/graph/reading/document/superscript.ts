const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Raised digits as characters of their own: 10² that was set with an ordinary 2 must not become
 * 102. Anything else that is raised stays as it is.
 */
export function superscript(text: string): string {
  if (!/^[-−]?\d{1,3}$/.test(text)) return text
  return text.replace(/[-−]/, '⁻').replace(/\d/g, (digit) => RAISED.charAt(Number(digit)))
}
