-- The chain. `body` is one line of JSON; `hash` is its SHA-256 and stands in the next body as `previous`.
-- Body and words can be removed, sequence and hash stay.
create table entry (
    sequence ${sequence} primary key,
    hash     text not null,
    body     text,
    salt     text,
    words    text
);

-- The last entry: whoever appends locks this row.
create table head (
    only_row integer primary key check (only_row = 1),
    sequence ${sequence} not null,
    hash     text not null
);

insert into head values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- To find entries by: what the bodies say, in columns. `at` is in milliseconds since 1970, UTC.
create table register (
    sequence    ${sequence} primary key,
    id          text not null,
    batch       text,
    kind        text not null,
    at          bigint not null,
    actor       text not null,
    channel     text not null,
    decision    text,
    requisition text,
    outcome     text,
    warnings    text,
    ruleset     text,
    subject     text
);

create unique index register_id on register (id);
create index register_requisition on register (requisition, sequence) where requisition is not null;
create index register_kind on register (kind, sequence) where kind <> 'decision';
create index register_subject on register (subject, sequence) where subject is not null;

-- The rules that entries rest on, as they were; and the scenarios that published rules were checked with,
-- under a hash of their own.
create table ruleset (
    hash     text primary key,
    decision text not null
);

create table ruleset_file (
    ruleset text not null references ruleset (hash),
    name    text not null,
    content ${bytes} not null,
    primary key (ruleset, name)
);
