/** What each role may do, as a table: rights down, roles across. */
import { useQuery } from '@tanstack/react-query'
import type { RoleView } from '../../api/index.ts'
import { Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords, type WordKey } from '../../words/index.ts'
import { permissionsIn } from './grants.ts'
import { PERMISSION_WORDS } from './permission-words.ts'
import { rolesQuery } from './queries.ts'

export function RolesTab() {
  const { t, say } = useWords()
  const { data, error, isPending, refetch } = useQuery(rolesQuery)
  if (isPending) return <Loading />
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />
  const roles = data.items
  return (
    <>
      <p className="mute">{t('role.note')}</p>
      <div className="role-scroll">
        <table className="plain-table role-table">
          <caption className="unseen">{t('people.tab.roles')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('role.col.role')}</th>
              {roles.map((role) => (
                <th key={role.id} scope="col">
                  {say(role.name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('role.col.for')}</th>
              {roles.map((role) => (
                <td key={role.id}>
                  {role.organisations.map((kind) => t(`org.kind.${kind}`)).join(' ')}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('role.col.faces')}</th>
              {roles.map((role) => (
                <td key={role.id}>{role.faces.map((face) => t(faceWords(face))).join(' ')}</td>
              ))}
            </tr>
            {permissionsIn(roles).map((permission) => (
              <PermissionRow key={permission} permission={permission} roles={roles} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function PermissionRow({ permission, roles }: { permission: string; roles: readonly RoleView[] }) {
  const { t } = useWords()
  const words = PERMISSION_WORDS[permission]
  return (
    <tr>
      <th scope="row">{words === undefined ? permission : t(words)}</th>
      {roles.map(({ id, permissions }) => {
        const may = permissions.includes(permission)
        return (
          <td key={id}>
            <span aria-hidden="true">{may ? '●' : ''}</span>
            <span className="unseen">{t(may ? 'role.can' : 'role.cannot')}</span>
          </td>
        )
      })}
    </tr>
  )
}

function faceWords(face: string): WordKey {
  if (face === 'cockpit') return 'face.cockpit'
  return face === 'firm' ? 'face.firm' : 'face.desk'
}
