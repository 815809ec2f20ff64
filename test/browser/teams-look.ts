/** Pixels across: a narrow phone, and the widest a card of Teams gets. */
export const WIDTHS = { phone: 360, desktop: 640 } as const

interface Palette {
  readonly text: string
  readonly subtle: string
  readonly accent: string
  readonly good: string
  readonly warning: string
  readonly attention: string
  readonly emphasis: string
  readonly background: string
  readonly card: string
}

// The colours of Teams' own light and dark themes.
const LIGHT: Palette = {
  text: '#242424',
  subtle: '#616161',
  accent: '#5b5fc7',
  good: '#237b4b',
  warning: '#835c00',
  attention: '#c4314b',
  emphasis: '#f5f5f5',
  background: '#ebebeb',
  card: '#ffffff',
}
const DARK: Palette = {
  text: '#ffffff',
  subtle: '#adadad',
  accent: '#9299f7',
  good: '#92c353',
  warning: '#f8d22a',
  attention: '#f9526b',
  emphasis: '#1f1f1f',
  background: '#141414',
  card: '#292929',
}

/** Older clients, and the Microsoft 365 Agents Playground. */
const OLDER: Palette = {
  ...LIGHT,
  accent: '#6264a7',
  good: '#92c353',
  warning: '#f8d22a',
  attention: '#c4314b',
}

/** Every look a card may be seen in. */
export const LOOKS = [
  { what: 'light', ...LIGHT },
  { what: 'dark', ...DARK },
  { what: 'light, in an older client', ...OLDER },
] as const

export const HOST_CONFIGS = { light: lookOf(LIGHT), dark: lookOf(DARK) } as const

function lookOf(palette: Palette) {
  const colour = (value: string) => ({ default: value, subtle: value })
  const foregroundColors = {
    default: { default: palette.text, subtle: palette.subtle },
    accent: colour(palette.accent),
    good: colour(palette.good),
    warning: colour(palette.warning),
    attention: colour(palette.attention),
  }
  return {
    page: { background: palette.background, card: palette.card, text: palette.text },
    hostConfig: {
      fontFamily: "'Segoe UI', sans-serif",
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
      lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
      spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
      separator: { lineThickness: 1, lineColor: `#55${palette.subtle.slice(1)}` },
      containerStyles: {
        default: { backgroundColor: palette.card, foregroundColors },
        emphasis: { backgroundColor: palette.emphasis, foregroundColors },
      },
      actions: { maxActions: 6, buttonSpacing: 8, actionAlignment: 'left', actionsOrientation: 'horizontal' },
      factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
    },
  }
}
