/** Acts that changed nothing, the newest first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { AccessRecordView } from '../../api/index.ts'
import { DateText } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Found, Who } from './found.tsx'
import { recordsQuery } from './queries.ts'
import type { AuditSearch } from './search.ts'

export function Records({ search }: { search: AuditSearch }) {
  const { t } = useWords()
  const found = useInfiniteQuery(recordsQuery(search))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Found found={found} shown={items.length} total={found.data?.pages[0]?.total ?? 0}>
      <table className="plain-table audit-table">
        <caption className="unseen">{t('audit.view.records')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.col.at')}</th>
            <th scope="col">{t('audit.col.who')}</th>
            <th scope="col">{t('audit.act')}</th>
            <th scope="col">{t('audit.col.asked')}</th>
            <th scope="col">{t('audit.col.labels')}</th>
            <th scope="col">{t('audit.result')}</th>
            <th scope="col">{t('audit.col.address')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((record) => (
            <Line key={record.sequence} record={record} search={search} />
          ))}
        </tbody>
      </table>
    </Found>
  )
}

function Line({ record, search }: { record: AccessRecordView; search: AuditSearch }) {
  const { t } = useWords()
  const { at, act, route, object, levels, count, code, address } = record
  return (
    <tr>
      <td>
        <DateText of={at} />
      </td>
      <td>
        <Who of={record} search={search} />
      </td>
      <td>{t(`audit.act.${act}`)}</td>
      <td className="audit-asked">
        {route}
        {object === '' ? null : <span className="mute"> {object}</span>}
      </td>
      <td>
        {levels.length === 0
          ? null
          : t('audit.levels', {
              levels: levels.map((level) => levelWords(level, t)).join(' '),
              n: count,
            })}
      </td>
      <td>{code === null ? t('audit.result.answered') : <span className="late">{code}</span>}</td>
      <td>{address}</td>
    </tr>
  )
}

const LEVELS = ['public', 'internal', 'restricted', 'sensitive'] as const

function levelWords(level: string, t: ReturnType<typeof useWords>['t']): string {
  const known = LEVELS.find((each) => each === level)
  return known === undefined ? level : t(`audit.level.${known}`)
}
