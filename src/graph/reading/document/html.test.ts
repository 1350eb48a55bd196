import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { readDocument } from './index.ts'

const read = (html: string | Buffer) =>
  readDocument({ fileName: 'a.html', bytes: Buffer.from(html as string) })

test('a page is read as a person sees it: no scripts, styles, head or hidden parts', async () => {
  const page = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://www.w3.org/TR/x.dtd">
    <html><head><title>标题</title><style>p{}</style></head><body onload="alert(1)">
    <script>document.write('坏')</script><noscript>无脚本</noscript>
    <p>规模&nbsp;&gt;&nbsp;500&#20159;元 &amp;&lt;税&#x524D;&gt;</p><p style="display: none">藏</p>
    <p>同一<b>段</b>
       里的换行</p><br><div>第<sup>2</sup>行<div>下一行</div></div></body></html>`
  const { text, cautions } = await read(page)
  expect(text).toBe('规模\u00a0>\u00a0500亿元 &<税前>\n同一段 里的换行\n第²行\n下一行\n')
  expect(cautions.map(({ code }) => code)).toEqual(['hidden-text'])
})

test('tables are lines with tabs, a nested one flattened in order', async () => {
  const page = '<table><tr><th>企业<th>情况<tr><td>甲<td><table><tr><td>一<td>二</table></table>'
  expect((await read(page)).text).toBe('企业\t情况\n甲\t一 二\n')
})

test('a page says its encoding, or its bytes do', async () => {
  const big5 = Buffer.concat([
    Buffer.from('<html><meta charset="big5"><p>'),
    Buffer.from([0xa4, 0xa4, 0xa4, 0xe5]),
  ])
  expect((await read(big5)).text).toBe('中文\n')
  const gb = Buffer.concat([Buffer.from('<html><p>'), Buffer.from([0xc1, 0xb4, 0xca, 0xe0])])
  expect((await read(gb)).text).toBe('链枢\n')
})

test('a page nested deeper than any stack is read', async () => {
  expect((await read(`<html>${'<div>'.repeat(20_000)}底`)).text).toBe('底\n')
})
