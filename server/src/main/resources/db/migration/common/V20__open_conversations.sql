-- Conversations whose end has not been noticed. Each is looked at when it may have been silent for long enough, which is about once a
-- day: a message in it leaves its row alone.
create table open_conversation (
    project_id      uuid                     not null,
    conversation_id uuid                     not null,
    check_at        timestamp with time zone not null,
    primary key (project_id, conversation_id)
);
create index open_conversation_due on open_conversation (check_at);

insert into open_conversation (project_id, conversation_id, check_at)
select project_id, id, last_active_at + interval '24' hour from conversation where ended_at is null;
