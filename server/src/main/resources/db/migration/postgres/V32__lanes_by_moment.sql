-- The index by endpoint holds the moments of all lanes too. If no lane had one when statistics were taken, PostgreSQL 15 read and sorted all of it for those that have been due for longest.
-- Now it is used only where an endpoint is asked for, since only then its condition is known to hold.
drop index lane_of_endpoint;
create index lane_of_endpoint on lane (endpoint_id, due_at) where due_at is not null and endpoint_id is not null;
