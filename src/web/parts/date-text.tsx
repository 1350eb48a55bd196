/** A day or an instant in the language of the page, with its exact value for machines. */
import { useWords } from '../words/index.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `long`: 2021年6月30日. `short`: 2021-06-30. An instant keeps its minute, in the local zone. */
export function DateText({ of, long = false }: { of: string | null; long?: boolean }) {
  const { t, language } = useWords()
  if (of === null) return <i className="none">{t('unknown')}</i>
  return (
    <time dateTime={of} className="nb">
      {dateWords(of, long, language)}
    </time>
  )
}

/** Pure: the text of a day (yyyy, yyyy-mm or yyyy-mm-dd) or an ISO instant. */
export function dateWords(of: string, long: boolean, language: 'zh' | 'en'): string {
  if (of.includes('T')) return instantWords(of, long, language)
  if (!long) return of
  const [year = '', month, day] = of.split('-')
  if (language === 'zh') {
    return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  }
  const parts = [
    day ? String(Number(day)) : '',
    month ? (MONTHS[Number(month) - 1] ?? '') : '',
    year,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function instantWords(of: string, long: boolean, language: 'zh' | 'en'): string {
  const time = new Date(of)
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${dateWords(day, long, language)} ${two(time.getHours())}:${two(time.getMinutes())}`
}

/** Whole months from one ISO day to another; never negative. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 1, fromDay = 1] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 1, toDay = 28] = to.split('-').map(Number)
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0)
  return Math.max(0, months)
}
