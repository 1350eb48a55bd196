import { Problem } from '../../base/index.ts'

const conflict = (reason: string, reasonEn: string): Problem =>
  new Problem('conflict', { reason, reasonEn })

export const factorAlready = (): Problem =>
  conflict(
    '动态码已经启用；要换手机请先移除',
    'one-time codes are in force already; remove them first',
  )

export const noFactor = (): Problem =>
  conflict('没有启用这种二次验证', 'there is no second factor of this kind')

export const noCertificate = (): Problem =>
  conflict(
    '这次请求没有经受信任的代理带来客户端证书',
    'no client certificate came with this request through a trusted proxy',
  )

export const certificateTaken = (): Problem =>
  conflict(
    '您已有证书，或这张证书已属于某人',
    'you have a certificate already, or this one stands for somebody',
  )
