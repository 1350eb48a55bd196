export const FILES: readonly string[]
export function mutantsOf(text: string): { start: number; end: number; to: string }[]
