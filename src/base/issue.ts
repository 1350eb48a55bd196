// The sentences of the schema library, without the words of the machine in them.

const RECEIVED = /(，实际接收 |, received )undefined/

/** A sentence about a value that does not fit; that nothing came, or what, is left out of it. */
export const plainIssue = (sentence: string): string => sentence.replace(RECEIVED, '')
