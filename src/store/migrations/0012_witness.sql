-- Other organisations cosign the states of the log, so that nobody can be shown another log unseen.
create table log_witness (
  tenant int4 not null,
  id text not null,
  name text not null,
  public_key bytea not null,
  organisation uuid not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  retired_at timestamptz,
  primary key (tenant, id)
);

create table log_cosignature (
  tenant int4 not null,
  size int8 not null,
  witness text not null,
  line text not null,
  signed_at timestamptz not null,
  received_at timestamptz not null,
  primary key (tenant, size, witness)
);
create index log_cosignature_by_witness on log_cosignature (tenant, witness, size);

-- A state that this log signed and does not keep: it was told in two ways, which nothing undoes.
create table log_fork (
  tenant int4 not null,
  size int8 not null,
  root bytea not null,
  note text not null,
  reported_at timestamptz not null,
  primary key (tenant, size, root)
);

alter table log_tree add column witnesses_needed int2 not null default 0 check (witnesses_needed >= 0);

alter table log_witness enable row level security;
create policy of_tenant on log_witness using (tenant = current_setting('app.tenant')::int4);
alter table log_cosignature enable row level security;
create policy of_tenant on log_cosignature using (tenant = current_setting('app.tenant')::int4);
alter table log_fork enable row level security;
create policy of_tenant on log_fork using (tenant = current_setting('app.tenant')::int4);
