/**
 * Language and theme. The address decides (so that a link shows what its sender saw), then what
 * this browser remembers, then the system. The rest of the page only ever reads the answer.
 */
import { ConfigProvider, type ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react'
import { speak } from '../api/index.ts'
import { controlTheme, type Shade } from '../theme.ts'
import { type Language, LanguageContext, speechIn } from '../words/index.ts'

export interface Preferences {
  lang?: Language
  theme?: Shade
}

const KEY = 'lianshu.preferences'

/** What the address says, validated; anything else in it is left to the page. */
export function readPreferences(search: Record<string, unknown>): Preferences {
  const preferences: Preferences = {}
  if (search.lang === 'zh' || search.lang === 'en') preferences.lang = search.lang
  if (search.theme === 'light' || search.theme === 'dark') preferences.theme = search.theme
  return preferences
}

export function rememberPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // A browser that stores nothing still shows the page; the address carries the choice.
  }
}

export function rememberedPreferences(): Preferences {
  try {
    return readPreferences(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return {}
  }
}

export function PreferencesProvider({
  preferences,
  children,
}: {
  preferences: Preferences
  children: ReactNode
}) {
  const remembered = useMemo(rememberedPreferences, [])
  const language = preferences.lang ?? remembered.lang ?? 'zh'
  const isSystemDark = useMedia('(prefers-color-scheme: dark)')
  const isWide = useMedia('(min-width: 1800px)')
  const shade = preferences.theme ?? remembered.theme ?? (isSystemDark ? 'dark' : 'light')
  speak(language)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.dataset.theme = shade
  }, [language, shade])
  const theme = useMemo(() => controlTheme(shade, isWide ? 18 : 16), [shade, isWide])
  return (
    <LanguageContext value={language}>
      <ConfigProvider
        csp={NONCE === '' ? {} : { nonce: NONCE }}
        locale={localeOf(language === 'zh' ? zhCN : enUS)}
        theme={theme}
        button={{ autoInsertSpace: false }}
        getPopupContainer={overlays}
      >
        {children}
      </ConfigProvider>
    </LanguageContext>
  )
}

/** `总览 · 链枢` in the tab of the browser; on a page of the language in force. */
export function useTitle(title: string, language: Language): void {
  useEffect(() => {
    const name = speechIn(language).t('app.name')
    document.title = title === '' ? name : `${title} · ${name}`
  }, [title, language])
}

function useMedia(query: string): boolean {
  const media = useMemo(() => window.matchMedia(query), [query])
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => media.matches,
  )
}

type Locale = NonNullable<ConfigProviderProps['locale']>

/** The compiler sees the library's locale files as CommonJS, the bundler as ES modules. */
function localeOf(module: Locale | { default: Locale }): Locale {
  return 'default' in module ? module.default : module
}

/**
 * Menus and dialogs open inside the frame: below `body` they would stand outside every landmark,
 * and the control library would lock the scrolling of `body` by a style that the policy refuses.
 */
function overlays(): HTMLElement {
  return document.getElementById('overlays') ?? document.body
}

/** The nonce of this answer: without it the content policy drops the styles of the controls. */
const NONCE = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? ''
