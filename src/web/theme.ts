/**
 * The one place where the look of the control library is set: the names of tokens.css, nothing
 * else. Values are repeated because the library computes hover and disabled tints from them and
 * cannot do so from `var(--…)`.
 */
import { type ThemeConfig, theme } from 'antd'

export type Shade = 'light' | 'dark'

interface Inks {
  ground: string
  sheet: string
  well: string
  line: string
  line2: string
  ink: string
  ink2: string
  ink3: string
  accent: string
  onAccent: string
  accentWash: string
  strong: string
  weak: string
  missing: string
}

const INKS: Record<Shade, Inks> = {
  light: {
    ground: '#fafaf7',
    sheet: '#ffffff',
    well: '#f2f2ed',
    line: '#dddcd5',
    line2: '#b4b3aa',
    ink: '#191c20',
    ink2: '#454a51',
    ink3: '#636971',
    accent: '#1b4b9b',
    onAccent: '#ffffff',
    accentWash: '#e9eff9',
    strong: '#0c5a47',
    weak: '#8c5600',
    missing: '#a3241b',
  },
  dark: {
    ground: '#14161a',
    sheet: '#1b1e23',
    well: '#22262c',
    line: '#343941',
    line2: '#565d67',
    ink: '#ecece7',
    ink2: '#bfc3c9',
    ink3: '#979da6',
    accent: '#90b5f5',
    onAccent: '#10131a',
    accentWash: '#22304a',
    strong: '#5fcaa8',
    weak: '#e3af55',
    missing: '#f4968a',
  },
}

const SANS =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'

/** `rootSizePx` follows the root font, so that controls grow with the page on a wide desk. */
export function controlTheme(shade: Shade, rootSizePx: number): ThemeConfig {
  const inks = INKS[shade]
  const scale = rootSizePx / 16
  return {
    algorithm: shade === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...tokensOf(inks),
      fontFamily: SANS,
      fontSize: 13 * scale,
      controlHeight: 28 * scale,
      controlHeightSM: 24 * scale,
      controlHeightLG: 34 * scale,
      borderRadius: 2,
      borderRadiusLG: 2,
      borderRadiusSM: 2,
      borderRadiusXS: 2,
      wireframe: false,
      motion: false,
      boxShadow: 'none',
      boxShadowTertiary: 'none',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', primaryColor: inks.onAccent },
      Table: { headerBg: inks.ground, headerColor: inks.ink3, rowHoverBg: inks.accentWash },
      Select: { optionSelectedBg: inks.accentWash },
    },
  }
}

function tokensOf(inks: Inks): NonNullable<ThemeConfig['token']> {
  return {
    colorPrimary: inks.accent,
    colorInfo: inks.accent,
    colorLink: inks.accent,
    colorSuccess: inks.strong,
    colorWarning: inks.weak,
    colorError: inks.missing,
    colorTextBase: inks.ink,
    colorBgBase: inks.sheet,
    colorText: inks.ink,
    colorTextSecondary: inks.ink2,
    colorTextTertiary: inks.ink3,
    colorTextPlaceholder: inks.ink3,
    colorTextDescription: inks.ink3,
    colorTextLightSolid: inks.onAccent,
    colorBgLayout: inks.ground,
    colorBgContainer: inks.sheet,
    colorBgElevated: inks.sheet,
    colorFillAlter: inks.well,
    colorBorder: inks.line2,
    colorBorderSecondary: inks.line,
    controlItemBgActive: inks.accentWash,
    controlOutline: inks.accentWash,
  }
}
