-- Authoring: drafts beside what is published, who may do what, what has changed, whom to tell.

-- A revision is a saved state of a document. Readers see the one that documents.revision names, 0 for none yet.
alter table documents
    add column head integer,     -- the newest revision, published or not
    add column draft integer;    -- the revision that waits to be published; null when none does
update documents set head = revision;
alter table documents alter column head set not null;

alter table revisions
    add column published_at timestamptz,   -- null while it is a draft
    add column published_by text,
    add column replaced_by text;           -- of the revision that retired the document
update revisions r set published_at = created_at, published_by = author,
    replaced_by = (select d.replaced_by from documents d where (d.collection, d.slug, d.revision) = (r.collection, r.slug, r.revision));
create index revisions_published on revisions (collection, slug, published_at) where published_at is not null;

-- What readers would have to fetch again, in the order of commits: whoever writes here holds the lock on collections.
create table changes (
    sequence bigint primary key,
    collection text not null,
    slug text not null,
    revision integer not null,
    is_tombstone boolean not null,
    changed_at timestamptz not null default clock_timestamp()
);
create index changes_document on changes (collection, slug, sequence);

-- One row: the last sequence given out, the last one forgotten, and a mark that no other database has.
create table feed (
    only_row boolean primary key default true check (only_row),
    epoch text not null default substr(md5(random()::text || clock_timestamp()::text), 1, 12),
    last bigint not null default 0,
    forgotten bigint not null default 0
);
insert into changes (sequence, collection, slug, revision, is_tombstone, changed_at)
    select row_number() over (order by updated_at, collection, slug), collection, slug, revision, retired_at is not null, updated_at from documents;
insert into feed (last) select count(*) from changes;

create table api_keys (
    id uuid primary key,
    name text not null,
    prefix text not null unique,   -- the part that may be shown
    hash bytea not null,           -- SHA-256 of the whole key; the key itself is kept nowhere
    scopes text[] not null,
    per_minute integer,            -- requests a minute; null for the usual number
    created_at timestamptz not null default now(),
    created_by text not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);
-- Names stand in histories, so no two keys that work have the same.
create unique index api_keys_name on api_keys (name) where revoked_at is null;

-- Answers to writes that carried an Idempotency-Key, for as long as they may be asked for again.
create table idempotency (
    key_id uuid not null,
    key text not null,
    request_hash bytea not null,
    status integer,
    headers json,
    body bytea,
    created_at timestamptz not null default now(),
    primary key (key_id, key)
);
create index idempotency_age on idempotency (created_at);

-- Who did what, when.
create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    actor text not null,           -- the name of a key, or what acted on the command line
    key_id uuid,
    action text not null,          -- such as document.published
    target text not null,          -- such as exercises/plank
    detail json
);
create index audit_at on audit (at);

create table webhooks (
    id uuid primary key,
    url text not null,
    description text,
    collections text[],            -- null for all
    secret bytea not null,
    previous_secret bytea,         -- still signs until it ends
    previous_secret_ends_at timestamptz,
    created_at timestamptz not null default now(),
    created_by text not null,
    disabled_at timestamptz
);

-- The outbox: written in the transaction of the change, sent afterwards.
create table deliveries (
    id bigint generated always as identity primary key,
    webhook uuid not null references webhooks (id) on delete cascade,
    message_id text not null,      -- webhook-id: the same for every attempt
    type text not null,
    payload json not null,
    state text not null default 'pending' check (state in ('pending', 'delivered', 'dead')),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    last_status integer,
    last_error text,
    last_attempt_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz
);
-- Each webhook is asked for its own, so that a long queue of one does not stand before the others.
create index deliveries_due on deliveries (webhook, next_attempt_at, id) where state = 'pending';
create index deliveries_webhook on deliveries (webhook, id);
