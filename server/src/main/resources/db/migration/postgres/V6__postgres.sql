create table attachment (
    project_id uuid  not null,
    message_id bytea not null,
    id         uuid  not null,
    bytes      bytea not null,
    primary key (project_id, message_id, id)
);

-- The queue of one correspondence. A lane without messages is never due; one that is claimed is due again when the lease
-- runs out. Rows change often and are small: room is left in each page for the next version.
create table lane (
    project_id uuid    not null,
    id         uuid    not null,
    pending    integer not null,
    due_at     timestamp with time zone,
    fence      uuid,
    primary key (project_id, id)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
create index lane_due on lane (due_at) where due_at is not null;

-- Few messages are unread, however long a thread is.
create index message_unread on message (project_id, thread_id, id) where direction = 'INBOUND' and read_at is null;

alter table message set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table correspondence set (fillfactor = 80);
alter table conversation set (fillfactor = 80);
alter table thread set (fillfactor = 80);
alter table delivery set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
