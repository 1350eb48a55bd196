// One's own second factors: one-time codes, codes for recovery, a certificate.
import { createRoute, z } from '@hono/zod-openapi'
import { Moment } from './figure.ts'
import { body, json, problems, WriteHeaders } from './route.ts'

const tags = ['session']

const Kind = z.enum(['totp', 'certificate'])

export const FactorView = z
  .object({ kind: Kind, since: Moment, subject: z.string().nullable() })
  .openapi('FactorView')

export const OwnFactors = z
  .object({
    factors: z.array(FactorView),
    recoveryLeft: z.int(),
    certificate: z
      .string()
      .nullable()
      .openapi({ description: 'Subject of the client certificate of this very request.' }),
    takesCertificates: z.boolean(),
  })
  .openapi('OwnFactors')

/** The secret of one-time codes, told once; null to a request that came again. */
export const TotpStarted = z
  .object({ secret: z.string().nullable(), address: z.string().nullable() })
  .openapi('TotpStarted')

export const RecoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).nullable() })
  .openapi('RecoveryCodes')

export const readFactors = createRoute({
  method: 'get',
  path: '/api/factors',
  tags,
  summary: 'One’s own second factors',
  responses: { 200: json(OwnFactors, 'Second factors'), ...problems },
})

export const startTotp = createRoute({
  method: 'post',
  path: '/api/factors/totp',
  tags,
  summary: 'Begin one-time codes; the secret is told once',
  request: { headers: WriteHeaders },
  responses: { 200: json(TotpStarted, 'The secret'), ...problems },
})

export const confirmTotp = createRoute({
  method: 'post',
  path: '/api/factors/totp/confirm',
  tags,
  summary: 'Put one-time codes in force by the first of them',
  request: { headers: WriteHeaders, body: body(z.object({ code: z.string().min(1).max(20) })) },
  responses: { 200: json(RecoveryCodes, 'Codes for recovery, told once'), ...problems },
})

export const renewRecovery = createRoute({
  method: 'post',
  path: '/api/factors/recovery-codes',
  tags,
  summary: 'Make new codes for recovery',
  request: { headers: WriteHeaders },
  responses: { 200: json(RecoveryCodes, 'Codes for recovery, told once'), ...problems },
})

export const bindCertificate = createRoute({
  method: 'post',
  path: '/api/factors/certificate',
  tags,
  summary: 'Let the client certificate of this request stand for oneself',
  request: { headers: WriteHeaders },
  responses: { 204: { description: 'Bound' }, ...problems },
})

export const removeFactor = createRoute({
  method: 'post',
  path: '/api/factors/remove',
  tags,
  summary: 'Take one of one’s own second factors away',
  request: { headers: WriteHeaders, body: body(z.object({ kind: Kind })) },
  responses: { 204: { description: 'Removed' }, ...problems },
})
