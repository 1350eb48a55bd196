import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { ApiProblem, healthQuery, type Me, send, sessionQuery } from '../../api/index.ts'
import { rememberPreferences, useTitle } from '../../frame/index.ts'
import { ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './sign-in.css'

interface Credentials {
  login: string
  password: string
  code?: string
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
  const { error } = enter
  const code = error instanceof ApiProblem ? error.code : null
  // Once asked for, the field stays: a wrong code is followed by another try.
  const [asksCode, setAsksCode] = useState(false)
  useEffect(() => {
    if (code === 'second-factor-needed') setAsksCode(true)
  }, [code])
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
        {asksCode ? (
          <Form.Item
            name="code"
            label={t('sign.code')}
            extra={t('sign.code.why')}
            rules={[{ required: true, message: t('proof.needCode') }]}
          >
            <Input autoComplete="one-time-code" autoFocus size="large" />
          </Form.Item>
        ) : null}
        {error && code !== 'second-factor-needed' ? <ProblemNotice error={error} /> : null}
        <div className="sign-in-acts">
          <Button type="primary" htmlType="submit" size="large" loading={enter.isPending}>
            {t('sign.do')}
          </Button>
          <OtherLanguage />
        </div>
      </Form>
      <p className="mute">{t('sign.first')}</p>
      {health?.sample ? <p className="mute">{t('sign.second')}</p> : null}
    </main>
  )
}

function OtherLanguage() {
  const { language } = useWords()
  const navigate = useNavigate({ from: '/sign-in' })
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="btn plain"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => {
        rememberPreferences({ lang: other })
        void navigate({ to: '.', search: (now) => ({ ...now, lang: other }), replace: true })
      }}
    >
      {other === 'en' ? 'English' : '中文'}
    </button>
  )
}
