-- By what age is found what is old enough to be deleted.
create index idempotency_age on idempotency (created_at);
create index pending_receipt_age on pending_receipt (received_at);
create index sandbox_entry_age on sandbox_entry (taken_at);
create index sandbox_try_age on sandbox_try (tried_at);

-- Since when a name has been no message's; null once it is one's.
alter table provider_name add column unclaimed_since timestamp with time zone;
update provider_name set unclaimed_since = current_timestamp where message_id is null;
create index provider_name_unclaimed on provider_name (unclaimed_since);
