-- The log becomes tamper-evident: entries are taken in order into one Merkle tree a tenant, and each state of it is signed.
create table log_tree (
  tenant int4 not null primary key,
  origin text not null,
  suite text not null check (suite in ('intl')),
  began_at timestamptz not null
);

create table log_key (
  tenant int4 not null,
  id text not null,
  name text not null,
  suite text not null check (suite in ('intl')),
  public_key bytea not null,
  made_at timestamptz not null,
  primary key (tenant, id)
);

create table log_leaf (
  tenant int4 not null,
  leaf int8 not null,
  entry uuid not null,
  hash bytea not null,
  primary key (tenant, leaf),
  unique (tenant, entry)
);

create table log_subtree (
  tenant int4 not null,
  height int2 not null,
  ordinal int8 not null,
  hash bytea not null,
  primary key (tenant, height, ordinal)
);

create table log_checkpoint (
  tenant int4 not null,
  size int8 not null,
  root bytea not null,
  edge bytea not null,
  key text not null,
  note text not null,
  signed_at timestamptz not null,
  primary key (tenant, size)
);

-- Sequences are given out in another order than they are committed in, so what was taken up is
-- marked on each entry and never concluded from the last one; the index holds only what waits.
alter table log_pending add column leaf int8;
create index log_pending_waiting on log_pending (tenant, sequence) where leaf is null;
create index log_pending_by_time on log_pending (tenant, command, at);

alter table log_tree enable row level security;
create policy of_tenant on log_tree using (tenant = current_setting('app.tenant')::int4);
alter table log_key enable row level security;
create policy of_tenant on log_key using (tenant = current_setting('app.tenant')::int4);
alter table log_leaf enable row level security;
create policy of_tenant on log_leaf using (tenant = current_setting('app.tenant')::int4);
alter table log_subtree enable row level security;
create policy of_tenant on log_subtree using (tenant = current_setting('app.tenant')::int4);
alter table log_checkpoint enable row level security;
create policy of_tenant on log_checkpoint using (tenant = current_setting('app.tenant')::int4);
