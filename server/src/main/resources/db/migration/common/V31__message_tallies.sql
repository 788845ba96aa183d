-- How many messages there are of each sort: the sum of its rows. A transaction that adds messages adds rows, so that it waits for no other; a chore makes one row of many.
create table message_tally (
    project_id   uuid        not null,
    mode         varchar(8)  not null,
    seq          bigint generated always as identity (cache 10000) not null,
    channel      varchar(16) not null,
    endpoint_id  bytea       not null,
    direction    varchar(8)  not null,
    content_kind varchar(16) not null,
    messages     bigint      not null,
    primary key (project_id, mode, seq)
);

-- Nothing else writes to this database while it is migrated.
insert into message_tally (project_id, mode, channel, endpoint_id, direction, content_kind, messages)
select project_id, mode, channel, endpoint_id, direction, content_kind, count(*)
from message
group by project_id, mode, channel, endpoint_id, direction, content_kind;
