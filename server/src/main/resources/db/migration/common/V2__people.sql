-- The people that a project talks with. There are no foreign keys on the way of a message: rows of one transaction are
-- written together, and checking each again would cost more than writing it.

create table contact (
    project_id   uuid                     not null,
    id           uuid                     not null,
    mode         varchar(8)               not null,
    profile_name varchar,
    display_name varchar,
    customer_id  varchar,
    metadata     varchar                  not null,
    -- Whether the person has an address on WhatsApp.
    whatsapp     boolean                  not null,
    -- What can be searched for: each word in lower case, after a blank.
    name_words    varchar                 not null,
    address_words varchar                 not null,
    created_at   timestamp with time zone not null,
    updated_at   timestamp with time zone not null,
    primary key (project_id, id)
);
create index contact_newest on contact (project_id, mode, whatsapp, id desc);

create table contact_address (
    project_id   uuid                     not null,
    mode         varchar(8)               not null,
    address_kind varchar(32)              not null,
    address      varchar(320)             not null,
    contact_id   uuid                     not null,
    created_at   timestamp with time zone not null,
    primary key (project_id, mode, address, address_kind)
);
create index contact_address_contact on contact_address (project_id, contact_id);

-- Everything between a sender and a person. The sender is the nil UUID for an endpoint that no sender uses, so that
-- the constraint holds for those too.
create table thread (
    project_id      uuid                     not null,
    id              uuid                     not null,
    mode            varchar(8)               not null,
    sender_id       uuid                     not null,
    contact_id      uuid                     not null,
    address_kind    varchar(32)              not null,
    address         varchar(320)             not null,
    -- The channels' names, each between commas.
    channels        varchar(255)             not null,
    created_at      timestamp with time zone not null,
    updated_at      timestamp with time zone not null,
    last_active_at  timestamp with time zone not null,
    message_count   bigint                   not null,
    unread_count    bigint                   not null,
    -- Inbound messages up to this one were seen, whether or not they were marked read.
    seen_message_id bytea,
    last_message_id bytea,
    last_text       varchar,
    primary key (project_id, id),
    unique (project_id, mode, sender_id, contact_id)
);
create index thread_recent on thread (project_id, mode, last_active_at desc, id desc);
create index thread_of_sender on thread (project_id, sender_id, last_active_at desc, id desc);

-- One person at one endpoint. Whoever writes anything about the two locks this row first.
create table correspondence (
    project_id        uuid                     not null,
    id                uuid                     not null,
    mode              varchar(8)               not null,
    endpoint_id       bytea                    not null,
    address_kind      varchar(32)              not null,
    address           varchar(320)             not null,
    contact_id        uuid                     not null,
    thread_id         uuid                     not null,
    -- The newest conversation, the only one that may be active.
    conversation_id   uuid,
    window_id         bytea,
    window_started_at timestamp with time zone,
    window_expires_at timestamp with time zone,
    delivered         integer                  not null,
    failed            integer                  not null,
    created_at        timestamp with time zone not null,
    primary key (project_id, id),
    unique (project_id, endpoint_id, address_kind, address)
);
create index correspondence_contact on correspondence (project_id, contact_id);

create table conversation (
    project_id        uuid                     not null,
    id                uuid                     not null,
    mode              varchar(8)               not null,
    correspondence_id uuid                     not null,
    channel           varchar(16)              not null,
    endpoint_id       bytea                    not null,
    address_kind      varchar(32)              not null,
    address           varchar(320)             not null,
    contact_id        uuid                     not null,
    created_at        timestamp with time zone not null,
    updated_at        timestamp with time zone not null,
    last_active_at    timestamp with time zone not null,
    ended_at          timestamp with time zone,
    last_inbound_at   timestamp with time zone,
    last_outbound_at  timestamp with time zone,
    message_count     bigint                   not null,
    last_message_id   bytea,
    last_text         varchar,
    primary key (project_id, id)
);
create index conversation_recent on conversation (project_id, mode, channel, last_active_at desc, id desc);
create index conversation_of_endpoint on conversation (project_id, endpoint_id, last_active_at desc, id desc);
create index conversation_of_contact on conversation (project_id, contact_id, last_active_at desc, id desc);
create index conversation_of_address on conversation (project_id, mode, address, last_active_at desc, id desc);
