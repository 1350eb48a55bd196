/** One thing: its names, what is said of it, its relations, where it stands, on what it rests. */
import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { ApiProblem, type ThingView, vocabularyQuery } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import { ThingIdentity } from '../../identity/index.ts'
import {
  Keys,
  Loading,
  PageKeys,
  ProblemNotice,
  SyntheticMark,
  useKeys,
  useRowKeys,
} from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { thingQuery, useStages } from './queries.ts'
import { shownName, splitSources } from './reading.ts'
import { Relations } from './relations.tsx'
import type { ThingSearch } from './search.ts'
import { NameList, SourceList, StandingList } from './side.tsx'
import './thing.css'
import { ValueTable } from './value-table.tsx'

export function FirmPage() {
  const { id } = useParams({ from: '/signed-in/firms/$id' })
  const search = useSearch({ from: '/signed-in/firms/$id' })
  return <OneThing id={id} search={search} />
}

/** A firm found under the address of any thing moves to its own, below the tab of the firms. */
export function ThingPage() {
  const { id } = useParams({ from: '/signed-in/things/$id' })
  const search = useSearch({ from: '/signed-in/things/$id' })
  const { data } = useQuery(thingQuery(id, search))
  if (data?.kind === 'firm') {
    return <Navigate to="/firms/$id" params={{ id: data.id }} search={search} replace />
  }
  return <OneThing id={id} search={search} />
}

function OneThing({ id, search }: { id: string; search: ThingSearch }) {
  const { t, language } = useWords()
  const router = useRouter()
  const { data, error, isPending, refetch } = useQuery(thingQuery(id, search))
  useTitle(data ? shownName(data, language) : '', language)
  useRowKeys()
  useKeys({ Escape: () => router.history.back() })
  if (data && data.id !== id) return <Moved thing={data} search={search} />
  return (
    <main className="page thing">
      {isPending ? <Loading /> : null}
      {error ? (
        <>
          <header className="page-head">
            <h1>{t(isAbsent(error) ? 'thing.none' : 'thing.kind.unknown')}</h1>
          </header>
          <ProblemNotice error={error} retry={() => void refetch()} />
          <p>
            <a className="fig" href="/firms">
              {t('thing.back')}
            </a>
          </p>
        </>
      ) : null}
      {data ? <Head thing={data} /> : null}
      {data ? <Body thing={data} search={search} /> : null}
    </main>
  )
}

/** What went into another thing is shown under the address of the other. */
function Moved({ thing: { id, kind }, search }: { thing: ThingView; search: ThingSearch }) {
  const to = kind === 'firm' ? '/firms/$id' : '/things/$id'
  return <Navigate to={to} params={{ id }} search={search} replace />
}

function isAbsent(error: Error): boolean {
  return error instanceof ApiProblem && error.status === 404
}

function Head({ thing }: { thing: ThingView }) {
  const { t, say, language } = useWords()
  const router = useRouter()
  const vocabulary = useQuery(vocabularyQuery).data
  const kind = vocabulary?.kinds.find(({ id }) => id === thing.kind)?.words
  const scheme = (id: string) => vocabulary?.schemes.find((each) => each.id === id)?.words
  return (
    <header className="page-head">
      <h1>{shownName(thing, language)}</h1>
      {thing.synthetic ? <SyntheticMark long /> : null}
      <span className="thing-kind">{kind ? say(kind) : t('thing.kind.unknown')}</span>
      <dl className="thing-keys" aria-label={t('thing.keys')}>
        {thing.keys
          .filter((key) => scheme(key.scheme) !== undefined)
          .map((key) => (
            <div key={key.scheme + key.code}>
              <dt>{say(scheme(key.scheme) ?? { zh: '', en: '' })}</dt>
              <dd>{key.code}</dd>
            </div>
          ))}
      </dl>
      <span className="acts">
        <button type="button" className="btn no-print" onClick={() => router.history.back()}>
          <Keys of="Esc" /> {t('back')}
        </button>
        <PageKeys back />
      </span>
    </header>
  )
}

function Body({ thing, search }: { thing: ThingView; search: ThingSearch }) {
  const stages = useStages(thing, search)
  const isNow = search.known === undefined && search.valid === undefined
  return (
    <>
      <AsOfNote thing={thing} search={search} />
      <div className="thing-body">
        <div className="thing-main">
          <ValueTable values={thing.values} />
          <Relations thing={thing} stages={stages} search={search} />
        </div>
        <aside className="thing-side">
          <StandingList thing={thing} stages={stages} search={search} />
          {isNow ? <ThingIdentity thing={thing} sources={splitSources(thing)} /> : null}
          <NameList thing={thing} />
          <SourceList thing={thing} />
        </aside>
      </div>
    </>
  )
}

/** A page as of another day says so, and leads back. */
function AsOfNote({ thing, search }: { thing: ThingView; search: ThingSearch }) {
  const { t } = useWords()
  const { known, valid } = search
  if (known === undefined && valid === undefined) return null
  return (
    <p className="as-of" role="status">
      {known ? t('thing.asOf.known', { day: known }) : null}{' '}
      {valid ? t('thing.asOf', { day: valid }) : null}{' '}
      <a className="fig" href={`/${thing.kind === 'firm' ? 'firms' : 'things'}/${thing.id}`}>
        {t('thing.asOf.now')}
      </a>
    </p>
  )
}
