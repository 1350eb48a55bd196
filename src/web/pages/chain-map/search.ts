/** Every state of the map, as the address holds it. What equals the usual is left out. */
import { isIsoDay } from '../../../base/index.ts'
import { isLens, type Lens } from '../../chain/index.ts'

export type Axis = 'known' | 'valid'
export type DrawerTab = 'facts' | 'firms' | 'products'

export interface MapSearch {
  lens?: Exclude<Lens, 'verdict'>
  view?: 'table'
  /** Absent: by the day of knowing. */
  axis?: 'valid'
  /** The day of the map; absent: today. */
  day?: string
  /** The day of comparison; absent: none. */
  than?: string
  stage?: string
  tab?: Exclude<DrawerTab, 'facts'>
  /** Percent of the natural size; absent: 100. */
  zoom?: string
}

const ZOOM_MIN = 25
const ZOOM_MAX = 250

export function validateMapSearch(search: Record<string, unknown>): MapSearch {
  const found: MapSearch = {}
  if (isLens(search.lens) && search.lens !== 'verdict') found.lens = search.lens
  if (search.view === 'table') found.view = 'table'
  if (search.axis === 'valid') found.axis = 'valid'
  if (isDay(search.day)) found.day = search.day
  if (isDay(search.than)) found.than = search.than
  if (typeof search.stage === 'string' && search.stage !== '') found.stage = search.stage
  if (search.tab === 'firms' || search.tab === 'products') found.tab = search.tab
  const zoom = Number(search.zoom)
  if (zoom >= ZOOM_MIN && zoom <= ZOOM_MAX && zoom !== 100) found.zoom = String(Math.round(zoom))
  return found
}

/** What the server is asked for a day on the axis of the page. */
export function asOf(axis: Axis, day: string | undefined): { known?: string; valid?: string } {
  if (day === undefined) return {}
  return axis === 'valid' ? { valid: day } : { known: day }
}

function isDay(text: unknown): text is string {
  return typeof text === 'string' && isIsoDay(text)
}
