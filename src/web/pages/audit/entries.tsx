/** Commands that went through, the newest first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { withQuery } from '../../api/index.ts'
import { DateText } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Found, Who } from './found.tsx'
import { entriesQuery } from './queries.ts'
import type { AuditSearch } from './search.ts'

export function Entries({ search }: { search: AuditSearch }) {
  const { t } = useWords()
  const found = useInfiniteQuery(entriesQuery(search))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Found found={found} shown={items.length} total={found.data?.pages[0]?.total ?? 0}>
      <table className="plain-table audit-table">
        <caption className="unseen">{t('audit.view.entries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.col.at')}</th>
            <th scope="col">{t('audit.col.who')}</th>
            <th scope="col">{t('audit.command')}</th>
            <th scope="col">{t('audit.entry')}</th>
            <th scope="col" className="num">
              {t('audit.col.leaf')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => (
            <tr key={entry.sequence}>
              <td>
                <DateText of={entry.at} />
              </td>
              <td>
                <Who of={entry} search={search} />
              </td>
              <td>
                <a href={withQuery('/audit', { ...search, kind: entry.command })}>
                  {entry.command}
                </a>
              </td>
              <td className="audit-asked">{entry.entry}</td>
              <td className="num">{entry.leaf ?? t('audit.waiting')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Found>
  )
}
