import { expect, test } from 'vitest'
import { csvLine } from './csv-line.ts'

test.each([
  [['甲', '乙'], '甲,乙'],
  [['a,b', 'c"d', 'e\nf'], '"a,b","c""d","e\nf"'],
  [['=1+1', '@SUM(A1)', '+cmd', '-a'], "'=1+1,'@SUM(A1),'+cmd,'-a"],
  [['-1.5%', '+3'], '-1.5%,+3'],
])('%j', (cells, line) => {
  expect(csvLine(cells)).toBe(line)
})
