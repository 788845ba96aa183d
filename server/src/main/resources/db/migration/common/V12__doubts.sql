-- A doubtful message that is sent again when no receipt comes, with what its delivery knew. Null for one that fails then.
alter table in_doubt add column send_until timestamp with time zone;
alter table in_doubt add column attempts integer;
alter table in_doubt add column queued_at timestamp with time zone;
