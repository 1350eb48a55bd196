-- How the desk works: whether a second person confirms what one person made; rows are only added, so that an old export can be told by the mode of its day.
create table desk_mode (
  tenant int4 not null,
  id uuid not null,
  mode text not null check (mode in ('four-eyes', 'one-person')),
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (tenant, id)
);
create index desk_mode_by_time on desk_mode (tenant, set_at);

alter table desk_mode enable row level security;
create policy of_tenant on desk_mode using (tenant = current_setting('app.tenant')::int4);
