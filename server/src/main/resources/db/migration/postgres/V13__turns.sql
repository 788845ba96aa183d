-- Of which endpoint a lane is: where many wait at one, the others get their turns.
alter table lane add column endpoint_id bytea;
update lane set endpoint_id =
    (select c.endpoint_id from correspondence c where c.project_id = lane.project_id and c.id = lane.id);
alter table lane alter column endpoint_id set not null;
create index lane_of_endpoint on lane (endpoint_id, due_at) where due_at is not null;
