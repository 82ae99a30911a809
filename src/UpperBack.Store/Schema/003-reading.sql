-- Reading at speed: every instance filters, sorts, counts and searches in memory, and fetches from here only what it serves.

-- What a document can be found by, as one text that instances read at their start, and again where the version moves.
alter table entries
    drop column name,
    drop column terms,
    drop column sort_values,
    drop column words,
    add column version bigint not null default 0,  -- the version of the collection with which the row came to be as it is
    add column tag text not null default '',       -- digest of the body that is served
    add column index json,
    add column names text[] not null default '{}',      -- what people call it in any language, as it would stand in a URL
    add column refers_to text[] not null default '{}';  -- what it refers to, such as muscles/trapezius
create index entries_version on entries (collection, version);
create index entries_names on entries using gin (names) with (fastupdate = off);
create index entries_refers_to on entries using gin (refers_to) with (fastupdate = off);
drop table links;
drop table aliases;

alter table renderings
    drop column name,
    drop column sort_name,
    drop column texts,
    drop column words,
    add column tag text not null default '',
    add column index json;

alter table documents drop column texts;

-- Most bodies fit into their rows, packed; beside them, each takes a second index and two more pages.
alter table documents set (toast_tuple_target = 4096);
alter table renderings set (toast_tuple_target = 4096);

-- A body is unpacked with every answer; this packs worse and unpacks several times as fast. Not every build of PostgreSQL has it.
do $$
begin
    alter table documents alter column body set compression lz4;
    alter table revisions alter column body set compression lz4;
    alter table renderings alter column body set compression lz4;
    alter table renderings alter column index set compression lz4;
    alter table entries alter column index set compression lz4;
exception when feature_not_supported then
    null;
end $$;

-- What is stored already is packed as what comes from now on.
update documents set body = body::text::json where body is not null;
update renderings set body = body::text::json;
