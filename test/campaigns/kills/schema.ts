/** Everything that a schema is made of, as one hash: columns, constraints, indexes and policies. */
export const SCHEMA = `with parts as (
  select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable,
    coalesce(column_default, '')) as part
    from information_schema.columns where table_schema = 'public' and table_name not like 'journal%'
  union all select format('constraint %s %s %s', conrelid::regclass, conname,
    pg_get_constraintdef(oid)) from pg_constraint
    where connamespace = 'public'::regnamespace and contype <> 'n'
  union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all select format('policy %s %s %s', tablename, policyname, qual) from pg_policies
  union all select format('wall %s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity)
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace)
select md5(string_agg(part, '; ' order by part collate "C")) as schema from parts`
