/** The backups that are kept, the newest first. */
import type { BackupView } from '../../api/index.ts'
import { DateText } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

/** Signs of a hash that are shown; the whole stands in its title. */
const HASH_SIGNS = 12

export function BackupTable({ backups }: { backups: readonly BackupView[] }) {
  const { t } = useWords()
  return (
    <table className="plain-table">
      <caption className="unseen">{t('backups.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('backups.col.taken')}</th>
          <th scope="col">{t('backups.col.checked')}</th>
          <th scope="col" className="num">
            {t('backups.col.rows')}
          </th>
          <th scope="col" className="num">
            {t('backups.col.files')}
          </th>
          <th scope="col" className="num">
            {t('backups.col.size')}
          </th>
          <th scope="col">{t('backups.col.digest')}</th>
          <th scope="col">{t('backups.col.root')}</th>
          <th scope="col">{t('backups.col.folder')}</th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <BackupLine key={backup.name} backup={backup} />
        ))}
      </tbody>
    </table>
  )
}

function BackupLine({ backup }: { backup: BackupView }) {
  const { t } = useWords()
  const { takenAt, rows, blobs, sizeBytes, digest, logs, folder } = backup
  const [log] = logs
  return (
    <tr>
      <th scope="row">
        <DateText of={takenAt} />
      </th>
      <td>{t('backups.checked')}</td>
      <td className="num">{rows.toLocaleString('en')}</td>
      <td className="num">{blobs.toLocaleString('en')}</td>
      <td className="num">{sizeWords(sizeBytes)}</td>
      <td>
        <Hash of={digest} />
      </td>
      <td>
        {log === undefined ? (
          t('backups.noLog')
        ) : (
          <>
            <Hash of={log.root} /> · {t('backups.entries', { size: log.size.toLocaleString('en') })}
          </>
        )}
      </td>
      <td className="backups-folder">{folder}</td>
    </tr>
  )
}

function Hash({ of }: { of: string }) {
  return <code title={of}>{of.slice(0, HASH_SIGNS)}</code>
}

/** Pure: bytes in the unit that fits. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
