-- A person can be known at an endpoint by several addresses: then they are one correspondence.
alter table correspondence add constraint correspondence_of_contact unique (project_id, endpoint_id, contact_id);

alter table contact add column username varchar;
