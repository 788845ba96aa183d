-- Of the deliveries of a lane that were never tried only the first is due at a moment.
update webhook_delivery set due_at = null
where status = 'PENDING' and lane is not null and tries = 0 and exists (
    select 1 from webhook_delivery b
    where b.project_id = webhook_delivery.project_id and b.webhook_id = webhook_delivery.webhook_id and b.lane = webhook_delivery.lane
      and b.status = 'PENDING' and b.seq < webhook_delivery.seq);

-- Up to which position the log had come when the webhook was made. Those that are there are told of all that has not been told.
alter table webhook add column told_after bigint default 0 not null;
