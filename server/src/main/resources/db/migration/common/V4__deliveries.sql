-- A message that waits to go out. Order within a lane is that of seq, since the lane's row is locked when one is added.
create table delivery (
    project_id uuid                                 not null,
    lane_id    uuid                                 not null,
    seq        bigint generated always as identity  not null,
    message_id bytea                                not null,
    attempts   integer                              not null,
    -- Whether an attempt was begun whose outcome is not written down.
    begun      boolean                              not null,
    queued_at  timestamp with time zone             not null,
    primary key (project_id, lane_id, seq)
);

-- Messages of which nobody knows whether the provider has them.
create table in_doubt (
    project_id uuid                     not null,
    message_id bytea                    not null,
    give_up_at timestamp with time zone not null,
    failure    varchar                  not null,
    primary key (project_id, message_id)
);
create index in_doubt_due on in_doubt (give_up_at);
