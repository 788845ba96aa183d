-- H2 keeps large text beside the table; up to this many characters it stands in the row.
set max_length_inplace_lob 65536;

create table attachment (
    project_id uuid  not null,
    message_id bytea not null,
    id         uuid  not null,
    bytes      binary large object not null,
    primary key (project_id, message_id, id)
);

-- The queue of one correspondence. A lane without messages is never due; one that is claimed is due again when the lease
-- runs out.
create table lane (
    project_id uuid    not null,
    id         uuid    not null,
    pending    integer not null,
    due_at     timestamp with time zone,
    fence      uuid,
    primary key (project_id, id)
);
create index lane_due on lane (due_at);
