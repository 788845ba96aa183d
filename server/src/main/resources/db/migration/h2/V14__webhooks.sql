-- Where projects want to be told of events, and what they are told.

create table webhook (
    project_id  uuid                     not null,
    id          bytea                    not null,
    mode        varchar(8)               not null,
    -- Of what it is told, and the id of that as text; empty for the project.
    target_kind varchar(16)              not null,
    target      varchar(64)              not null,
    -- The language with its settings, as JSON.
    form        varchar                  not null,
    -- Of those that name the same here there is one. Null where there may be several.
    only_one    varchar(96),
    url         varchar                  not null,
    -- The events' names, as JSON.
    events      varchar                  not null,
    active      boolean                  not null,
    -- Both sealed.
    headers     varchar                  not null,
    secret      varchar,
    created_at  timestamp with time zone not null,
    updated_at  timestamp with time zone not null,
    primary key (project_id, id),
    unique (project_id, mode, only_one)
);

-- Up to which position the log of a scope has been told. There is a row from the scope's first webhook on.
create table webhook_cursor (
    project_id uuid                     not null,
    mode       varchar(8)               not null,
    told       bigint                   not null,
    -- When it was told last; in the future when it has to wait.
    told_at    timestamp with time zone not null,
    primary key (project_id, mode)
);

-- The queue of a webhook. Whoever changes the webhook's deliveries locks it first. It outlives its webhook until the deliveries that wait in
-- it are given up.
create table webhook_queue (
    project_id uuid       not null,
    webhook_id bytea      not null,
    mode       varchar(8) not null,
    -- False also when the webhook is gone.
    active     boolean    not null,
    removed    boolean    not null,
    -- When to look for something to claim; null while nothing waits, and while it is not active.
    due_at     timestamp with time zone,
    primary key (project_id, webhook_id)
);
create index webhook_queue_due on webhook_queue (due_at);
create index webhook_queue_removed on webhook_queue (removed);

create table webhook_delivery (
    project_id      uuid                                not null,
    id              uuid                                not null,
    mode            varchar(8)                          not null,
    webhook_id      bytea                               not null,
    -- The order in which they were made, by whichever node.
    seq             bigint generated always as identity not null,
    event_id        uuid                                not null,
    event           varchar(128)                        not null,
    log_position    bigint                              not null,
    body            text                                not null,
    -- Deliveries of one lane go one after the other. Null when the order does not matter.
    lane            uuid,
    endpoint_id     bytea,
    person          varchar(320),
    status          varchar(16)                         not null,
    -- Begun in all, and since its schedule began.
    attempts        integer                             not null,
    tries           integer                             not null,
    -- When it is tried next, or when its lease runs out; null when it is not tried.
    due_at          timestamp with time zone,
    -- While it is claimed.
    fence           uuid,
    held_until      timestamp with time zone,
    -- Of how many deliveries it was made, and of which one this is a part.
    batched         integer                             not null,
    batch_id        uuid,
    settled_at      timestamp with time zone,
    last_attempt_at timestamp with time zone,
    answer_status   integer,
    created_at      timestamp with time zone            not null,
    primary key (project_id, id),
    unique (project_id, webhook_id, event_id, event)
);
create index webhook_delivery_newest on webhook_delivery (project_id, mode, status, id desc);
create index webhook_delivery_of_webhook on webhook_delivery (project_id, webhook_id, status, id desc);
create index webhook_delivery_due on webhook_delivery (project_id, webhook_id, due_at, seq);
create index webhook_delivery_held on webhook_delivery (project_id, webhook_id, held_until);
create index webhook_delivery_lane on webhook_delivery (project_id, webhook_id, lane, status, seq);
create index webhook_delivery_batch on webhook_delivery (project_id, batch_id);
create index webhook_delivery_settled on webhook_delivery (settled_at);

create table webhook_attempt (
    project_id    uuid                                not null,
    delivery_id   uuid                                not null,
    seq           bigint generated always as identity not null,
    number        integer                             not null,
    at            timestamp with time zone            not null,
    latency       bigint                              not null,
    answer_status integer,
    answer        varchar,
    error         varchar,
    primary key (project_id, delivery_id, seq)
);
create index webhook_attempt_age on webhook_attempt (at);

-- A lane in which deliveries wait to be told together.
create table webhook_buffer (
    project_id uuid                     not null,
    webhook_id bytea                    not null,
    lane       uuid                     not null,
    -- How many wait, and how many are enough.
    size       integer                  not null,
    most       integer                  not null,
    -- When nothing more is waited for; due earlier when there are enough.
    ends_at    timestamp with time zone not null,
    due_at     timestamp with time zone not null,
    primary key (project_id, webhook_id, lane)
);
create index webhook_buffer_due on webhook_buffer (due_at);

-- A conversation whose silence a webhook wants to be told of.
create table webhook_silence (
    project_id      uuid                     not null,
    webhook_id      bytea                    not null,
    conversation_id uuid                     not null,
    since           timestamp with time zone not null,
    due_at          timestamp with time zone not null,
    primary key (project_id, webhook_id, conversation_id)
);
create index webhook_silence_due on webhook_silence (due_at);
