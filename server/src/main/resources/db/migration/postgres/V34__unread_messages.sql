-- Messages of people that nobody has marked as read. An index that asks for the moment of reading is written anew for each message of ours that
-- is read, and so are all others: this column of ours stays as it is.
alter table message add column is_unread boolean default false not null;
alter table message disable trigger user;
update message set is_unread = true where direction = 'INBOUND' and read_at is null;
alter table message enable trigger user;
drop index message_unread;
create index message_unread on message (project_id, thread_id, id) where is_unread;
