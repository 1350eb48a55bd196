/** Chinese words of the overview, the firms, one thing, the people and the coverage table. */
export const zhRegister = {
  'coverage.title': '底稿对照',
} as const satisfies Record<string, string>
