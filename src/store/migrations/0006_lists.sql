-- Lists: a version freezes the definition it was drawn up by, its rows with their grounds, and who did what to it, so that a signed list reads the same for ever.
create table list_version (
  tenant int4 not null,
  chain uuid not null,
  list text not null,
  number int4 not null,
  state text not null check (state in ('draft', 'submitted', 'signed')),
  revision int4 not null,
  definition jsonb not null,
  known timestamptz not null,
  valid date not null,
  home text not null,
  candidates int4 not null,
  undecided int4 not null,
  seal text,
  primary key (tenant, chain, list, number)
);

create table list_row (
  tenant int4 not null,
  chain uuid not null,
  list text not null,
  number int4 not null,
  thing uuid not null,
  ordinal int4 not null,
  place int4,
  content jsonb not null,
  curation jsonb,
  primary key (tenant, chain, list, number, thing)
);

create table list_step (
  tenant int4 not null,
  chain uuid not null,
  list text not null,
  number int4 not null,
  ordinal int4 not null,
  act text not null check (act in ('draw', 'curate', 'submit', 'return', 'sign')),
  actor uuid not null,
  at timestamptz not null,
  note text,
  mode text not null check (mode in ('four-eyes', 'one-person')),
  primary key (tenant, chain, list, number, ordinal)
);

alter table list_version enable row level security;
create policy of_tenant on list_version using (tenant = current_setting('app.tenant')::int4);
alter table list_row enable row level security;
create policy of_tenant on list_row using (tenant = current_setting('app.tenant')::int4);
alter table list_step enable row level security;
create policy of_tenant on list_step using (tenant = current_setting('app.tenant')::int4);
