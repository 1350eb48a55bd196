import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { healthQuery, type Me, send, sessionQuery } from '../../api/index.ts'
import { rememberPreferences, useTitle } from '../../frame/index.ts'
import { ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './sign-in.css'

interface Credentials {
  login: string
  password: string
}

export function SignIn() {
  const { t, language } = useWords()
  const navigate = useNavigate({ from: '/sign-in' })
  const queryClient = useQueryClient()
  const { data: health } = useQuery(healthQuery)
  const { back } = useSearch({ from: '/sign-in' })
  useTitle(t('sign.title'), language)
  const enter = useMutation({
    mutationFn: (credentials: Credentials) => send<Me>('/session', credentials),
    onSuccess: async (me) => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, me)
      await navigate({ href: back ?? '/', replace: true })
    },
  })
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <main className="sign-in">
      <h1>
        <span className="logo">链枢</span> {t('sign.title')}
      </h1>
      <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(c) => enter.mutate(c)}>
        <Form.Item
          name="login"
          label={t('sign.login')}
          rules={[{ required: true, message: t('sign.needLogin') }]}
        >
          <Input autoComplete="username" autoFocus size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('sign.password')}
          rules={[{ required: true, message: t('sign.needPassword') }]}
        >
          <Input.Password autoComplete="current-password" size="large" visibilityToggle={false} />
        </Form.Item>
        {enter.error ? <ProblemNotice error={enter.error} /> : null}
        <div className="sign-in-acts">
          <Button type="primary" htmlType="submit" size="large" loading={enter.isPending}>
            {t('sign.do')}
          </Button>
          <button
            type="button"
            className="btn plain"
            lang={other === 'en' ? 'en' : 'zh-CN'}
            onClick={() => {
              rememberPreferences({ lang: other })
              void navigate({
                to: '.',
                search: (now) => ({ ...now, lang: other }),
                replace: true,
              })
            }}
          >
            {other === 'en' ? 'English' : '中文'}
          </button>
        </div>
      </Form>
      <p className="mute">{t('sign.first')}</p>
      {health?.sample ? <p className="mute">{t('sign.second')}</p> : null}
    </main>
  )
}
