-- The store's own tables: who the data belong to, and the jobs; names are searched by trigrams.
create extension if not exists pg_trgm;

create table tenant (
  id int primary key check (id > 0),
  name text not null,
  home text,
  created_at timestamptz not null
);

-- The truth about a job. The queue only says that there is work; stage, counts, checkpoint,
-- cancellation and the fence live here, so that a killed worker's job is finished by another.
create table job (
  tenant int not null references tenant (id),
  id uuid not null,
  kind text not null,
  title text not null,
  actor uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  input jsonb not null,
  stage text,
  done bigint not null default 0,
  total bigint,
  checkpoint jsonb,
  result jsonb,
  problem jsonb,
  fence int not null default 0,
  cancel_asked boolean not null default false,
  created_at timestamptz not null,
  started_at timestamptz,
  beat_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, id)
);

create index job_by_time on job (tenant, created_at desc, id);
create index job_unfinished on job (state, beat_at) where state in ('waiting', 'running');
