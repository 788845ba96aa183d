-- Messages of people that nobody has marked as read.
alter table message add column is_unread boolean default false not null;
update message set is_unread = true where direction = 'INBOUND' and read_at is null;
