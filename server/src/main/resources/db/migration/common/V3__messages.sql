create table message (
    project_id          uuid                     not null,
    id                  bytea                    not null,
    mode                varchar(8)               not null,
    direction           varchar(8)               not null,
    channel             varchar(16)              not null,
    endpoint_id         bytea                    not null,
    sender_id           uuid,
    from_kind           varchar(32)              not null,
    from_address        varchar(320)             not null,
    to_kind             varchar(32)              not null,
    to_address          varchar(320)             not null,
    content_kind        varchar(16)              not null,
    has_media           boolean                  not null,
    -- JSON as text: exactly what was written, numbers and order of members too.
    content             text                     not null,
    context             varchar,
    referral            varchar,
    status              varchar(16)              not null,
    queued_at           timestamp with time zone,
    sent_at             timestamp with time zone,
    delivered_at        timestamp with time zone,
    read_at             timestamp with time zone,
    failed_at           timestamp with time zone,
    failure             varchar,
    platform_cost       numeric(18, 9),
    provider_cost       numeric(18, 9),
    contact_id          uuid                     not null,
    correspondence_id   uuid                     not null,
    thread_id           uuid                     not null,
    conversation_id     uuid                     not null,
    window_id           bytea,
    window_started_at   timestamp with time zone,
    window_expires_at   timestamp with time zone,
    provider_message_id varchar(512),
    callback_data       varchar,
    fallback            boolean                  not null,
    metadata            varchar                  not null,
    created_at          timestamp with time zone not null,
    updated_at          timestamp with time zone not null,
    primary key (project_id, id)
);
create index message_newest on message (project_id, mode, id desc);
create index message_of_channel on message (project_id, mode, channel, id desc);
create index message_of_status on message (project_id, mode, status, id desc);
create index message_to on message (project_id, mode, to_address, id desc);
create index message_of_endpoint on message (project_id, endpoint_id, id desc);
create index message_of_conversation on message (project_id, conversation_id, id desc);
create index message_of_thread on message (project_id, thread_id, id desc);

-- By what name a provider knows a message. A receipt may claim the name before the message has it; then the message is
-- null until the send is settled. The key is the only judge of what is a duplicate.
create table provider_name (
    project_id          uuid         not null,
    endpoint_id         bytea        not null,
    provider_message_id varchar(512) not null,
    message_id          bytea,
    primary key (project_id, endpoint_id, provider_message_id)
);
create index provider_name_alone on provider_name (project_id, provider_message_id);

-- Receipts for names that no message has yet.
create table pending_receipt (
    project_id          uuid                     not null,
    endpoint_id         bytea                    not null,
    provider_message_id varchar(512)             not null,
    status              varchar(16)              not null,
    failure             varchar,
    at                  timestamp with time zone not null,
    received_at         timestamp with time zone not null,
    primary key (project_id, endpoint_id, provider_message_id, status)
);

-- Written in the message's own transaction.
create table idempotency (
    project_id      uuid                     not null,
    mode            varchar(8)               not null,
    idempotency_key varchar(255)             not null,
    fingerprint     varchar                  not null,
    message_id      bytea                    not null,
    created_at      timestamp with time zone not null,
    primary key (project_id, mode, idempotency_key)
);
