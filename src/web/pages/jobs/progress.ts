/** How far a job is and how long it may still take, from two answers of the server. Pure. */

/** What one answer said: rows done, and the moment it arrived, in milliseconds. */
export interface Sample {
  done: number
  atMs: number
}

/** Null while nothing can be said: no total, no movement yet, or too short a time to judge by. */
export function remainingMs(first: Sample, last: Sample, total: number | null): number | null {
  const moved = last.done - first.done
  const tookMs = last.atMs - first.atMs
  if (total === null || moved <= 0 || tookMs < 1_000) return null
  return Math.max(0, ((total - last.done) * tookMs) / moved)
}

/** Rows a second while we looked, or null while that cannot be said. */
export function rowsPerSecond(first: Sample, last: Sample): number | null {
  const moved = last.done - first.done
  const tookMs = last.atMs - first.atMs
  return moved <= 0 || tookMs < 1_000 ? null : Math.round((moved * 1_000) / tookMs)
}

/** 8 秒, 3 分, 1 小时 5 分: as coarse as an estimate deserves. */
export function durationWords(durationMs: number, language: 'zh' | 'en'): string {
  const seconds = Math.max(1, Math.round(durationMs / 1000))
  const words = { zh: [' 秒', ' 分', ' 小时'], en: [' s', ' min', ' h'] }[language]
  if (seconds < 60) return `${seconds}${words[0]}`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes}${words[1]}`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)}${words[2]}${rest === 0 ? '' : ` ${rest}${words[1]}`}`
}

/** How long a job took, or null while it has not ended. */
export function tookMs(startedAt: string | null, endedAt: string | null): number | null {
  if (startedAt === null || endedAt === null) return null
  return Date.parse(endedAt) - Date.parse(startedAt)
}
