import { Problem } from '../../base/index.ts'

export const invalidDay = (): Problem =>
  new Problem('invalid-input', {
    field: '日期',
    fieldEn: 'Date',
    reason: '须为有效日期，且截止日不早于起始日',
    reasonEn: 'it must be a day of the calendar, and the last day not before the first',
  })

export const unknownOrganisation = (): Problem =>
  new Problem('invalid-input', {
    field: '单位',
    fieldEn: 'Organisation',
    reason: '须指明已登记的单位',
    reasonEn: 'name an organisation that is on record',
  })

export const consentMissing = (organisation: string): Problem =>
  new Problem('consent-missing', { organisation })

export const consentWithdrawn = (): Problem =>
  new Problem('conflict', {
    reason: '该授权已经撤回',
    reasonEn: 'the consent was withdrawn before',
  })
