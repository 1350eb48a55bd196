/** Person and role, with what belongs to the person: another role, language, theme, sign-out. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { type Me, send, sessionQuery } from '../api/index.ts'
import { type Speech, useWords } from '../words/index.ts'
import { useMe } from './me.ts'
import { PasswordDialog } from './password-dialog.tsx'
import { type Preferences, rememberedPreferences, rememberPreferences } from './preferences.tsx'

export function PersonMenu() {
  const speech = useWords()
  const me = useMe()
  const choose = useChoices()
  const [isChanging, setChanging] = useState(false)
  const role = me.roles.find(({ id, organisation }) => isActing(me, id, organisation.id))
  const roleName = role ? speech.say(role.name) : me.role
  const items = menuItems(me, speech)
  const pick = (key: string) => (key === 'password' ? setChanging(true) : choose(key))
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => pick(key), selectable: false }}
        placement="bottomRight"
      >
        <button
          type="button"
          className="who"
          aria-haspopup="menu"
          aria-label={speech.t('frame.menu', { person: me.person.name, role: roleName })}
        >
          {me.person.name} · {roleName}
        </button>
      </Dropdown>
      {isChanging ? <PasswordDialog onClose={() => setChanging(false)} /> : null}
    </>
  )
}

/** Keys are `role:<role>:<organisation>`, `lang:<language>`, `theme:<shade>`, `account`, `password`, `out`. */
function menuItems(me: Me, { t, say, language }: Speech): NonNullable<MenuProps['items']> {
  const theme = document.documentElement.dataset.theme
  const mark = (isOn: boolean, text: string) => (isOn ? `✓ ${text}` : `　${text}`)
  return [
    {
      type: 'group',
      label: `${t('frame.role')} · ${me.organisation.name}`,
      children: me.roles.map(({ id, name, organisation }) => ({
        key: `role:${id}:${organisation.id}`,
        label: mark(
          isActing(me, id, organisation.id),
          organisation.id === me.organisation.id
            ? say(name)
            : `${say(name)} · ${organisation.name}`,
        ),
      })),
    },
    {
      type: 'group',
      label: t('frame.language'),
      children: [
        { key: 'lang:zh', label: mark(language === 'zh', '中文') },
        { key: 'lang:en', label: mark(language === 'en', 'English') },
      ],
    },
    {
      type: 'group',
      label: t('frame.theme'),
      children: [
        { key: 'theme:light', label: mark(theme === 'light', t('frame.theme.light')) },
        { key: 'theme:dark', label: mark(theme === 'dark', t('frame.theme.dark')) },
      ],
    },
    { type: 'divider' },
    ...(me.permissions.includes('own-account')
      ? [
          { key: 'account', label: t('account.title') },
          { key: 'password', label: t('password.title') },
        ]
      : []),
    { key: 'out', label: t('frame.signOut') },
  ]
}

function useChoices(): (key: string) => void {
  const router = useRouter()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: ({ role, organisation }: { role: string; organisation: string }) =>
      send<Me>('/session/role', { role, organisation }),
    onSuccess: async (me) => {
      queryClient.setQueryData(sessionQuery.queryKey, me)
      // Another role sees other data: nothing of the former one may linger on screen.
      await queryClient.resetQueries({
        predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0],
      })
      await router.invalidate()
    },
  })
  const leave = useMutation({
    mutationFn: () => send<null>('/session', undefined, { method: 'DELETE' }),
    onSettled: async () => {
      queryClient.clear()
      await navigate({ href: '/sign-in' })
    },
  })
  const prefer = (preferences: Preferences) => {
    const next = { ...rememberedPreferences(), ...preferences }
    rememberPreferences(next)
    void navigate({ to: '.', search: (now: object) => ({ ...now, ...preferences }), replace: true })
  }
  return (key) => {
    const [what, first = '', second = ''] = key.split(':')
    if (what === 'role') change.mutate({ role: first, organisation: second })
    if (what === 'lang' && (first === 'zh' || first === 'en')) prefer({ lang: first })
    if (what === 'theme' && (first === 'light' || first === 'dark')) prefer({ theme: first })
    if (what === 'account') void navigate({ href: '/account' })
    if (what === 'out') leave.mutate()
  }
}

function isActing(me: Me, role: string, organisation: string): boolean {
  return me.role === role && me.organisation.id === organisation
}
