/** 记录: the newest signed state of the log, its witnesses, and how anybody checks it without us. */
import { useQuery } from '@tanstack/react-query'
import type { LogCheckpoint, Witnessing } from '../../api/index.ts'
import { useTitle } from '../../frame/index.ts'
import { DateText, Loading, PageKeys, ProblemNotice, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { download } from './download.ts'
import './log.css'
import { checkpointQuery, logKeysQuery, witnessingQuery } from './queries.ts'
import { Witnesses } from './witnesses.tsx'

export function LogPage() {
  const { t, language } = useWords()
  useTitle(t('log.title'), language)
  useRowKeys()
  const checkpoint = useQuery(checkpointQuery)
  const witnessing = useQuery(witnessingQuery)
  const error = checkpoint.error ?? witnessing.error
  const [{ data: head }, { data: told }] = [checkpoint, witnessing]
  return (
    <main className="page log">
      <header className="page-head">
        <h1>{t('log.title')}</h1>
        {head ? (
          <span className="sum" role="status">
            {t('log.sum', { size: head.size.toLocaleString('en-US') })}
            {head.waiting > 0 ? t('log.waiting', { waiting: head.waiting }) : t('log.none.waiting')}
          </span>
        ) : null}
        <span className="acts">
          <PageKeys />
        </span>
      </header>
      {checkpoint.isPending || witnessing.isPending ? <Loading /> : null}
      {error ? (
        <ProblemNotice
          error={error}
          retry={() => {
            void checkpoint.refetch()
            void witnessing.refetch()
          }}
        />
      ) : null}
      {told ? <Forks told={told} /> : null}
      <div className="log-parts">
        {head ? <Checkpoint head={head} /> : null}
        {head && told ? <Witnesses head={head} told={told} /> : null}
      </div>
      {head ? <Checking head={head} /> : null}
    </main>
  )
}

/** What nobody may overlook: the log was told in two ways. */
function Forks({ told }: { told: Witnessing }) {
  const { t } = useWords()
  if (told.forks.length === 0) return null
  return (
    <section className="log-forks" role="alert">
      <h2>{t('log.forked')}</h2>
      <p>{t('log.forked.why')}</p>
      <ul>
        {told.forks.map((fork) => (
          <li key={fork.note}>
            {t('log.forked.one', { size: fork.size.toLocaleString('en-US') })}{' '}
            <DateText of={fork.reportedAt} />{' '}
            <button
              type="button"
              className="btn"
              onClick={() => download(`fork-${fork.size}.txt`, fork.note)}
            >
              {t('log.forked.save')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Checkpoint({ head }: { head: LogCheckpoint }) {
  const { t } = useWords()
  const { data: keys } = useQuery(logKeysQuery)
  const key = keys?.items.at(-1)?.key ?? ''
  return (
    <section className="log-checkpoint">
      <h2>{t('log.checkpoint')}</h2>
      <p className="mute">{t('log.checkpoint.why')}</p>
      <dl>
        <dt>{t('log.origin')}</dt>
        <dd>
          <code>{head.origin}</code>
        </dd>
        <dt>{t('log.size')}</dt>
        <dd>{head.size.toLocaleString('en-US')}</dd>
        <dt>{t('log.root')}</dt>
        <dd>
          <code>{head.root}</code>
        </dd>
        <dt>{t('log.signed')}</dt>
        <dd>
          <DateText of={head.signedAt} />
        </dd>
        <dt>{t('log.suite')}</dt>
        <dd>{t(`log.suite.${head.suite}`)}</dd>
        <dt>{t('log.key')}</dt>
        <dd>
          <code>{key}</code>
        </dd>
      </dl>
      <p className="log-acts">
        <button
          type="button"
          className="btn"
          onClick={() => download(`checkpoint-${head.size}.txt`, head.note)}
        >
          {t('log.checkpoint.save')}
        </button>
        <button type="button" className="btn" onClick={() => download('log-key.txt', `${key}\n`)}>
          {t('log.key.save')}
        </button>
      </p>
    </section>
  )
}

/** The commands by which a reader of a bundle, and a witness, check without any server. */
function Checking({ head: { origin, suite } }: { head: LogCheckpoint }) {
  const { t } = useWords()
  const own = suite === 'intl' ? '' : ` --suite ${suite}`
  return (
    <section className="log-checking">
      <h2>{t('log.checking')}</h2>
      <p>{t('log.checking.why')}</p>
      <pre>{`npx lianshu verify ${t('log.checking.bundle')} --key "$(cat log-key.txt)" --checkpoint checkpoint.txt`}</pre>
      <p>{t('log.witness.how')}</p>
      <pre>
        {[
          `npx lianshu witness --state witness.json --name ${t('log.witness.example')}${own}`,
          'npx lianshu witness checkpoint.txt --state witness.json --key "$(cat log-key.txt)" --consistency growth.json --out cosigned.txt',
        ].join('\n')}
      </pre>
      <p className="mute">{t('log.not.a.chain', { origin })}</p>
    </section>
  )
}
