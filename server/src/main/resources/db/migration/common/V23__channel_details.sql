-- Where a message was written, by what the channel knows the person besides, and what the provider reported, as it came.
alter table message add column origin varchar(16) default 'API' not null;
alter table message add column identity varchar;
alter table message add column reports text;

alter table pending_receipt add column details text;
