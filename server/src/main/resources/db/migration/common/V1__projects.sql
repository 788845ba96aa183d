-- Projects and what they have. Every other table begins its keys and indexes with the project.
-- A KSUID is kept as its 20 bytes: their order is the order of the ids. Enumerations are kept by name.

create table project (
    id         uuid                     not null primary key,
    name       varchar                  not null,
    created_at timestamp with time zone not null
);

create table app (
    project_id uuid                     not null references project (id),
    id         bytea                    not null,
    mode       varchar(8)               not null,
    slug       varchar                  not null,
    name       varchar                  not null,
    created_at timestamp with time zone not null,
    primary key (project_id, id)
);

create table sender (
    project_id     uuid                     not null references project (id),
    id             uuid                     not null,
    mode           varchar(8)               not null,
    name           varchar                  not null,
    default_sender boolean                  not null,
    created_at     timestamp with time zone not null,
    primary key (project_id, id)
);

create table endpoint (
    project_id          uuid                     not null references project (id),
    id                  bytea                    not null unique,
    mode                varchar(8)               not null,
    sender_id           uuid,
    app_id              bytea,
    channel             varchar(16)              not null,
    address_kind        varchar(32)              not null,
    address             varchar(320)             not null,
    connector           varchar                  not null,
    phone_number_id     varchar unique,
    business_account_id varchar,
    name                varchar                  not null,
    created_at          timestamp with time zone not null,
    primary key (project_id, id),
    unique (project_id, mode, channel, address_kind, address)
);

-- Looked up before the project is known, hence by the hash alone.
create table api_key (
    id         uuid                     not null primary key,
    project_id uuid                     not null references project (id),
    mode       varchar(8)               not null,
    kind       varchar(16)              not null,
    app_id     bytea,
    name       varchar                  not null,
    hash       varchar                  not null unique,
    created_at timestamp with time zone not null
);
