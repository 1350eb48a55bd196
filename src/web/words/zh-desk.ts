/** Chinese words of the working screens: overview, import, jobs, source, firm, people, coverage. */
export const zhDesk = {
  'desk.none': '还没有内容',
} as const satisfies Record<string, string>
