-- Files that people send. One that is claimed is due again when the lease runs out; one that is stored or gone is never due.
create table media (
    project_id        uuid                     not null,
    id                bytea                    not null,
    mode              varchar(8)               not null,
    endpoint_id       bytea                    not null,
    provider_media_id varchar(512)             not null,
    kind              varchar(16)              not null,
    mime_type         varchar,
    file_size         bigint,
    sha256            varchar(64),
    file_name         varchar,
    status            varchar(8)               not null,
    attempts          integer                  not null,
    due_at            timestamp with time zone,
    fence             uuid,
    received_at       timestamp with time zone not null,
    primary key (project_id, id),
    unique (project_id, endpoint_id, provider_media_id)
);
create index media_due on media (due_at);
create index media_age on media (received_at);

-- What an attempt has brought. It counts once the file is stored, and the fence is that of the attempt.
create table media_piece (
    project_id uuid    not null,
    media_id   bytea   not null,
    fence      uuid    not null,
    number     integer not null,
    bytes      binary large object not null,
    primary key (project_id, media_id, fence, number)
);
