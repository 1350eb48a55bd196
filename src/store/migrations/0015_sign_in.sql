-- Signing in is guarded: sessions can be told apart and ended, a second factor can be asked for, what weighs most wants a fresh proof, and nobody holds two seats of an administrator.
alter table session add column id uuid not null default gen_random_uuid();
alter table session alter column id drop default;
alter table session add column device text not null default '';
alter table session alter column device drop default;
alter table session add column proved_at timestamptz;
update session set proved_at = created_at;
alter table session alter column proved_at set not null;
create unique index session_by_id on session (tenant, id);

-- Which measures an installation has in force. One that was begun earlier stays as open as it was
-- until somebody closes it; a new one writes its own row when it begins.
create table safeguard (
  tenant int4 not null,
  second_factor bool not null,
  step_up bool not null,
  separated bool not null,
  reason text not null,
  set_by uuid,
  set_at timestamptz not null,
  primary key (tenant)
);
insert into safeguard (tenant, second_factor, step_up, separated, reason, set_by, set_at)
  select id, false, false, false, '', null, now() from tenant;

create table second_factor (
  tenant int4 not null,
  person uuid not null,
  kind text not null check (kind in ('totp', 'certificate')),
  secret text,
  subject text,
  confirmed_at timestamptz,
  last_step int8 not null,
  created_at timestamptz not null,
  primary key (tenant, person, kind),
  foreign key (tenant, person) references person (tenant, id)
);
create unique index second_factor_by_subject on second_factor (tenant, subject);

create table recovery_code (
  tenant int4 not null,
  person uuid not null,
  code_hash text not null,
  used_at timestamptz,
  primary key (tenant, person, code_hash),
  foreign key (tenant, person) references person (tenant, id)
);

-- The role of an administrator where these are kept apart; empty for every other role, and wherever
-- they are not. The index is what lets nobody hold two.
alter table membership add column seat text;
create unique index membership_one_seat on membership (tenant, person) where seat is not null;
-- Who granted roles so far goes on granting them, under the role that does so from now on.
insert into membership (tenant, person, organisation, role, granted_by, granted_at)
  select tenant, person, organisation, 'securityAdministrator', granted_by, granted_at
  from membership where role = 'administrator'
  on conflict do nothing;

alter table safeguard enable row level security;
create policy of_tenant on safeguard using (tenant = current_setting('app.tenant')::int4);
alter table second_factor enable row level security;
create policy of_tenant on second_factor using (tenant = current_setting('app.tenant')::int4);
alter table recovery_code enable row level security;
create policy of_tenant on recovery_code using (tenant = current_setting('app.tenant')::int4);
