-- Jobs carry the label of what they work on, since their titles tell of it, and stand behind the wall between tenants too; and a role that owns no table may still have the tables kept in good order.
alter table job add column subject uuid;
alter table job add column label int2;
update job j set subject = s.id, label = s.label from source s
  where s.tenant = j.tenant and s.id::text = j.input ->> 'source';
update job j set subject = s.id, label = s.label from batch b, source s
  where b.tenant = j.tenant and b.id::text = j.input ->> 'batch'
    and s.tenant = j.tenant and s.id = b.source;
alter table job enable row level security;
create policy of_tenant on job using (tenant = current_setting('app.tenant')::int4);

-- Only an owner may analyse a table and put in its place what inverted indexes keep aside, so the
-- application asks the owner for it. Nothing of a row comes out of this.
create function tend_table(name text, growth_share float8) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare tended oid := to_regclass(format('public.%I', name));
declare grown bool;
declare inverted oid;
begin
  select reltuples < 0 or pg_relation_size(oid) > relpages::int8
    * current_setting('block_size')::int8 * (1 + growth_share)
    into strict grown from pg_class where oid = tended;
  if grown then execute format('analyze public.%I', name); end if;
  for inverted in
    select i.indexrelid from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_am a on a.oid = c.relam and a.amname = 'gin'
    where i.indrelid = tended
  loop
    perform gin_clean_pending_list(inverted);
  end loop;
end
$$;
revoke execute on function tend_table(text, float8) from public;
