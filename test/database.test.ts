import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { freshDatabase, postgresUrl } from './database.ts'

describe.skipIf(postgresUrl === null)('temporary PostgreSQL', () => {
  test('a fresh database is empty and its own', async () => {
    const database = await freshDatabase('empty')
    const client = new pg.Client(database.url)
    await client.connect()
    const { rows } = await client.query(
      "select count(*)::int as tables from pg_tables where schemaname = 'public'",
    )
    await client.end()
    await database.drop()
    expect(rows).toEqual([{ tables: 0 }])
  })
})
