-- Documents, their history, and what is kept beside them so that they can be found.
-- What is filtered (entries) stands apart from what is served (documents), so that counting touches narrow rows only.

create extension if not exists pg_trgm with schema public;

-- The version goes up with every transaction that changes what readers of the collection see. It starts at the time
-- of its making, so that a database made anew does not give old answers new names that caches know.
create table collections (
    name text primary key,
    version bigint not null default (extract(epoch from clock_timestamp()) * 1000)::bigint
);

create table documents (
    collection text not null references collections (name),
    slug text not null,
    revision integer not null,
    body json,                 -- json, not jsonb: readers get these very bytes; null once retired
    texts json,                -- the searched texts by field, for highlights
    updated_at timestamptz not null default now(),
    retired_at timestamptz,
    replaced_by text,
    retirement_reason text,
    primary key (collection, slug)
);

create table revisions (
    collection text not null,
    slug text not null,
    revision integer not null,
    body json,                 -- null in the revision that retired the document
    author text not null,
    comment text,
    created_at timestamptz not null default now(),
    primary key (collection, slug, revision),
    foreign key (collection, slug) references documents (collection, slug)
);

-- One row for each document that readers can find.
create table entries (
    collection text not null,
    slug text not null,
    name text not null,
    terms jsonb not null,      -- the values of every filter, e.g. {"muscle": ["lower-trapezius", "trapezius"]}
    sort_values jsonb not null,
    words tsvector not null,
    primary key (collection, slug),
    foreign key (collection, slug) references documents (collection, slug)
);
create index entries_terms on entries using gin (terms jsonb_path_ops);
create index entries_words on entries using gin (words);

-- The texts of a document in another language, as a translator wrote them.
create table translations (
    collection text not null,
    slug text not null,
    language text not null,
    revision integer not null,
    body json not null,
    author text not null,
    updated_at timestamptz not null default now(),
    primary key (collection, slug, language),
    foreign key (collection, slug) references documents (collection, slug)
);

-- One row for each current translation: what readers of that language get, and the words they find it by.
create table renderings (
    collection text not null,
    slug text not null,
    language text not null,
    revision integer not null, -- of the translation
    name text not null,
    sort_name text not null,
    body json not null,
    texts json not null,
    words tsvector not null,
    primary key (collection, slug, language),
    foreign key (collection, slug) references entries (collection, slug) on delete cascade
);
create index renderings_words on renderings using gin (words);

create table links (
    collection text not null,
    slug text not null,
    target_collection text not null,
    target_slug text not null,
    primary key (collection, slug, target_collection, target_slug)
);
create index links_target on links (target_collection, target_slug);

-- What people call a document, as it would stand in a URL. One everyday name may stand for several documents.
create table aliases (
    collection text not null,
    alias text not null,
    slug text not null,
    primary key (collection, alias, slug)
);

-- Every word of the searched texts, to find the one that a misspelling meant.
create table vocabulary (
    language text not null,
    word text not null,
    lexeme text,               -- null for little words such as "the"
    is_name boolean not null,  -- whether it occurs in a name or alias
    primary key (language, word)
);
create index vocabulary_word on vocabulary using gist (word gist_trgm_ops);
create index vocabulary_lexeme on vocabulary (language, lexeme);

-- What the database remembers of the service: by which build its index was made, from which content it was filled.
create table memory (
    name text primary key,
    value text not null
);
