-- Collection rounds: which cells are asked of whom and what came back for each, so that a field is asked once and every answer leads to the cell of a returned workbook.
create table collection_round (
  tenant int4 not null,
  id uuid not null,
  code text not null,
  title text not null,
  state text not null check (state in ('draft', 'sent', 'closed')),
  kind text not null,
  chain uuid not null,
  region text,
  list text,
  properties jsonb not null,
  answered_by text not null check (answered_by in ('department', 'firm')),
  valid_from date not null,
  valid_to date,
  due date not null,
  label int2 not null,
  saved jsonb not null,
  office text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  closed_at timestamptz,
  primary key (tenant, id),
  unique (tenant, code)
);

create table collection_recipient (
  tenant int4 not null,
  round uuid not null,
  ordinal int4 not null,
  organisation uuid,
  name text not null,
  code text,
  sheet jsonb not null,
  primary key (tenant, round, ordinal)
);
create index collection_recipient_by_organisation on collection_recipient (tenant, organisation);

create table collection_cell (
  tenant int4 not null,
  round uuid not null,
  thing uuid not null,
  property text not null,
  recipient int4 not null,
  why text not null check (why in ('missing', 'stale')),
  again text,
  open bool not null,
  claim uuid,
  declined bool not null,
  answered_at timestamptz,
  primary key (tenant, round, thing, property)
);
-- The rule of the house in the hands of the database: of two rounds that ask one cell at the same
-- moment, the second is told, unless it says why it asks again.
create unique index collection_cell_once on collection_cell (tenant, thing, property)
  where open and again is null;
create index collection_cell_by_claim on collection_cell (tenant, claim);

create table collection_return (
  tenant int4 not null,
  round uuid not null,
  recipient int4 not null,
  number int4 not null,
  source uuid not null,
  file_name text not null,
  returned_by uuid not null,
  returned_at timestamptz not null,
  counts jsonb not null,
  problems jsonb not null,
  primary key (tenant, round, recipient, number)
);

create index claim_edit_by_replaces on claim_edit (tenant, replaces);

alter table collection_round enable row level security;
create policy of_tenant on collection_round using (tenant = current_setting('app.tenant')::int4);
alter table collection_recipient enable row level security;
create policy of_tenant on collection_recipient using (tenant = current_setting('app.tenant')::int4);
alter table collection_cell enable row level security;
create policy of_tenant on collection_cell using (tenant = current_setting('app.tenant')::int4);
alter table collection_return enable row level security;
create policy of_tenant on collection_return using (tenant = current_setting('app.tenant')::int4);
