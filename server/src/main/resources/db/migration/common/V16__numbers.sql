-- Real numbers: what is known of them, what their connectors need to know, and whose they are.

-- The id under which a number is connected, which only one endpoint of all projects can have. One that has been disconnected keeps the id
-- beside it, by which its history is read.
alter table endpoint rename column phone_number_id to connected_number_id;
alter table endpoint add column phone_number_id varchar;
update endpoint set phone_number_id = connected_number_id;
alter table endpoint add column verified_name varchar;
alter table endpoint add column quality varchar(8);
alter table endpoint add column customer_id uuid;
alter table endpoint add column updated_at timestamp with time zone;
update endpoint set updated_at = created_at;
alter table endpoint alter column updated_at set not null;
alter table endpoint add column disconnected_at timestamp with time zone;
create index endpoint_of_customer on endpoint (project_id, customer_id);

-- Each value is sealed with a key that is not in the database.
create table endpoint_setting (
    project_id  uuid                     not null,
    endpoint_id bytea                    not null,
    name        varchar(64)              not null,
    key_id      varchar(16)              not null,
    sealed      varchar                  not null,
    updated_at  timestamp with time zone not null,
    primary key (project_id, endpoint_id, name)
);
-- With which keys anything is sealed.
create index endpoint_setting_key on endpoint_setting (key_id);

create table customer (
    project_id  uuid                     not null,
    id          uuid                     not null,
    name        varchar                  not null,
    external_id varchar,
    created_at  timestamp with time zone not null,
    updated_at  timestamp with time zone not null,
    primary key (project_id, id),
    unique (project_id, external_id)
);
