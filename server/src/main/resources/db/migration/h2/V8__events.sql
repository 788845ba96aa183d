-- What happened, by mode of a project. The events of one transaction stand in one row, in their order. A row is given its
-- position after its transaction has committed: so a reader who has seen a position has seen all before it. Only the
-- numberer touches event_log.

create table event_log (
    project_id    uuid       not null,
    mode          varchar(8) not null,
    -- The position that the next event gets.
    next_position bigint     not null,
    -- The oldest position that is kept.
    first_kept    bigint     not null,
    primary key (project_id, mode)
);

create table event_batch (
    project_id     uuid                                not null,
    mode           varchar(8)                          not null,
    -- Drawn when the row is written: what was caused by another row has a greater one.
    seq            bigint generated always as identity not null,
    -- Null until the row is numbered.
    first_position bigint,
    size           integer                             not null,
    -- A JSON array.
    events         text                                not null,
    created_at     timestamp with time zone            not null,
    primary key (project_id, mode, seq)
);
create index event_batch_position on event_batch (project_id, mode, first_position);
-- The rows without a position stand together at one end.
create index event_batch_unnumbered on event_batch (first_position, project_id, mode, seq);
create index event_batch_age on event_batch (created_at);

insert into event_log (project_id, mode, next_position, first_kept)
select p.id, m.mode, 1, 1 from project p cross join (values ('LIVE'), ('TEST')) as m(mode);
