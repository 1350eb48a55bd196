-- Which keys name one thing is decided by people and can be undone: a fact tells by the numbers of two decisions from when to when it stands under its ids, so that the graph of any day can still be read.
alter table entity add column joined int4 not null default 0;
alter table entity add column parted int4;
alter table entity add column own bool not null default true;
alter table entity drop constraint entity_pkey;
alter table entity add primary key (tenant, claim, decision, joined);
alter table edge add column joined int4 not null default 0;
alter table edge add column parted int4;
alter table edge drop constraint edge_pkey;
alter table edge add primary key (tenant, claim, decision, joined);
alter table value add column joined int4 not null default 0;
alter table value add column parted int4;
alter table value drop constraint value_pkey;
alter table value add primary key (tenant, claim, decision, joined);
alter table term add column joined int4 not null default 0;
alter table term add column parted int4;
alter table term drop constraint term_pkey;
alter table term add primary key (tenant, claim, decision, joined);

create table identity_decision (
  tenant int4 not null,
  id uuid not null,
  kind text not null check (kind in ('merge', 'distinct', 'split', 'undo')),
  state text not null check (state in ('proposed', 'in-force', 'dropped')),
  from_thing uuid,
  into_thing uuid,
  target uuid,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  confirmed_by uuid,
  number int4,
  recorded_at timestamptz,
  primary key (tenant, id)
);
create index identity_decision_by_time on identity_decision (tenant, made_at);
create index identity_decision_by_number on identity_decision (tenant, number);
create index identity_decision_by_from on identity_decision (tenant, from_thing);
create index identity_decision_by_into on identity_decision (tenant, into_thing);
create index identity_decision_by_target on identity_decision (tenant, target);

create table identity_claim (
  tenant int4 not null,
  decision uuid not null,
  claim uuid not null,
  primary key (tenant, decision, claim)
);

alter table identity_decision enable row level security;
create policy of_tenant on identity_decision using (tenant = current_setting('app.tenant')::int4);
alter table identity_claim enable row level security;
create policy of_tenant on identity_claim using (tenant = current_setting('app.tenant')::int4);
