/** Pattern source that matches any of the words, the longest first. */
export const anyOf = (words: readonly string[]): string =>
  `(?:${[...words]
    .sort((left, right) => right.length - left.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|')})`
