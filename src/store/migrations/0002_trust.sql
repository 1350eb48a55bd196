-- Who may and who did: organisations, people, roles, sessions, labels, consents, and the records of reads and writes that must outlive their makers.
create table organisation (
  tenant int4 not null,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('government', 'firm', 'institute')),
  home text,
  credit_code text,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, name)
);

create table person (
  tenant int4 not null,
  id uuid not null,
  login text not null,
  name text not null,
  language text not null check (language in ('zh', 'en')),
  password_hash text not null,
  password_temporary bool not null,
  password_changed_at timestamptz not null,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, login)
);

create table membership (
  tenant int4 not null,
  person uuid not null,
  organisation uuid not null,
  role text not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  primary key (tenant, person, organisation, role),
  foreign key (tenant, person) references person (tenant, id),
  foreign key (tenant, organisation) references organisation (tenant, id)
);
create index membership_by_role on membership (tenant, role);

create table session (
  tenant int4 not null,
  token_hash text not null,
  person uuid not null,
  organisation uuid not null,
  role text not null,
  address text not null,
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant, token_hash),
  foreign key (tenant, person) references person (tenant, id)
);
create index session_by_person on session (tenant, person);

create table sign_in_attempt (
  tenant int4 not null,
  id uuid not null,
  login_hash text not null,
  person uuid,
  address text not null,
  outcome text not null check (outcome in ('failed', 'succeeded')),
  at timestamptz not null,
  primary key (tenant, id)
);
create index sign_in_attempt_by_login on sign_in_attempt (tenant, login_hash, at);
create index sign_in_attempt_by_address on sign_in_attempt (tenant, address, at);

create table label (
  tenant int4 not null,
  id int2 not null check (id > 0),
  level text not null check (level in ('public', 'internal', 'restricted', 'sensitive')),
  internal bool not null,
  organisations uuid[] not null,
  primary key (tenant, id),
  unique (tenant, level, internal, organisations),
  check (level in ('restricted', 'sensitive') or organisations = '{}'),
  check (level in ('restricted', 'sensitive') or internal = (level = 'internal'))
);

create table consent (
  tenant int4 not null,
  id uuid not null,
  organisation uuid not null,
  covers text not null,
  document text not null,
  given_on date not null,
  ends_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, organisation) references organisation (tenant, id),
  check (ends_on >= given_on)
);
create index consent_by_organisation on consent (tenant, organisation);

create table read_audit (
  tenant int4 not null,
  sequence int8 not null generated always as identity,
  at timestamptz not null,
  person uuid not null,
  organisation uuid not null,
  role text not null,
  labels int2[] not null,
  what text not null,
  object text not null,
  count int4 not null,
  primary key (tenant, sequence)
);
create index read_audit_by_time on read_audit (tenant, at);

create table idempotency_key (
  tenant int4 not null,
  person uuid not null,
  key text not null,
  command text not null,
  body_hash text not null,
  answer text,
  entry uuid,
  at timestamptz not null,
  primary key (tenant, person, key)
);
create index idempotency_key_by_time on idempotency_key (tenant, at);

create table log_pending (
  tenant int4 not null,
  sequence int8 not null generated always as identity,
  id uuid not null,
  command text not null,
  actor uuid not null,
  at timestamptz not null,
  body text not null,
  salt bytea not null,
  body_hash text not null,
  batch_root text,
  primary key (tenant, sequence),
  unique (tenant, id)
);

-- The tenant's wall. It holds for every role that neither owns the tables nor is a superuser nor has
-- BYPASSRLS; an unset app.tenant is an error and not an empty answer, because an empty answer could
-- be taken for a decision. PGlite always runs as superuser, so there the application's own check stands alone.
-- Not forced upon the owner: the pool reads without app.tenant until the application signs in as a
-- role of its own, and would then be refused.
alter table organisation enable row level security;
create policy of_tenant on organisation using (tenant = current_setting('app.tenant')::int4);
alter table person enable row level security;
create policy of_tenant on person using (tenant = current_setting('app.tenant')::int4);
alter table membership enable row level security;
create policy of_tenant on membership using (tenant = current_setting('app.tenant')::int4);
alter table session enable row level security;
create policy of_tenant on session using (tenant = current_setting('app.tenant')::int4);
alter table sign_in_attempt enable row level security;
create policy of_tenant on sign_in_attempt using (tenant = current_setting('app.tenant')::int4);
alter table label enable row level security;
create policy of_tenant on label using (tenant = current_setting('app.tenant')::int4);
alter table consent enable row level security;
create policy of_tenant on consent using (tenant = current_setting('app.tenant')::int4);
alter table read_audit enable row level security;
create policy of_tenant on read_audit using (tenant = current_setting('app.tenant')::int4);
alter table idempotency_key enable row level security;
create policy of_tenant on idempotency_key using (tenant = current_setting('app.tenant')::int4);
alter table log_pending enable row level security;
create policy of_tenant on log_pending using (tenant = current_setting('app.tenant')::int4);
