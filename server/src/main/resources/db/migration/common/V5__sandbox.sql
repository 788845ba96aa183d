-- What the pretend provider remembers. A message that goes by another endpoint is a new one to it.

create table sandbox_entry (
    project_id          uuid                     not null,
    endpoint_id         bytea                    not null,
    message_id          bytea                    not null,
    provider_message_id varchar(512)             not null,
    attempts            integer                  not null,
    taken_at            timestamp with time zone not null,
    primary key (project_id, endpoint_id, message_id)
);

create table sandbox_try (
    project_id  uuid                     not null,
    endpoint_id bytea                    not null,
    message_id  bytea                    not null,
    tries       integer                  not null,
    tried_at    timestamp with time zone not null,
    primary key (project_id, endpoint_id, message_id)
);

create table sandbox_receipt (
    id                  uuid                     not null primary key,
    project_id          uuid                     not null,
    endpoint_id         bytea                    not null,
    provider_message_id varchar(512)             not null,
    message_id          bytea,
    status              varchar(16)              not null,
    failure             varchar,
    at                  timestamp with time zone not null,
    due_at              timestamp with time zone not null
);
create index sandbox_receipt_due on sandbox_receipt (due_at, id);
