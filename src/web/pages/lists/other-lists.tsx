/** The other lists of the chain, each with how far it is. */
import { useQuery } from '@tanstack/react-query'
import { withQuery } from '../../api/index.ts'
import { useWords } from '../../words/index.ts'
import { listsQuery } from './queries.ts'
import { StateWords } from './state-words.tsx'

export function OtherLists({ list, chain }: { list: string; chain: string }) {
  const { t, say } = useWords()
  const { data } = useQuery(listsQuery(chain))
  if (!data) return null
  return (
    <nav className="other-lists no-print" aria-label={t('lists.others')}>
      <h2>{t('lists.others')}</h2>
      {data.items.map(({ list: each, newest }) => (
        <a
          key={each.id}
          href={withQuery(`/lists/${each.id}`, { chain })}
          aria-current={each.id === list ? 'page' : undefined}
        >
          <span>
            {each.order} {say(each.words)}
          </span>
          <StateWords version={newest} />
        </a>
      ))}
    </nav>
  )
}
