-- A message that failed on its own channel and goes on by another, as a message of its own, knows that one, and is known by it.
alter table message add column continues bytea;
alter table message add column continued_by bytea;

-- Whether another message continues it: lists that leave such ones out pass them by, however many there are.
alter table message add column is_continued boolean default false not null;
drop index message_newest;
drop index message_of_channel;
drop index message_of_status;
drop index message_to;
drop index message_of_thread;
create index message_newest on message (project_id, mode, is_continued, id desc);
create index message_of_channel on message (project_id, mode, channel, is_continued, id desc);
create index message_of_status on message (project_id, mode, status, is_continued, id desc);
create index message_to on message (project_id, mode, to_address, is_continued, id desc);
create index message_of_thread on message (project_id, thread_id, is_continued, id desc);

-- No message is continued twice.
create unique index message_continued on message (project_id, continues);
