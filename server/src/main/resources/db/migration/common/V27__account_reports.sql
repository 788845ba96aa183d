-- What providers have told of their accounts, by what it says and when it was said.
create table account_report (
    project_id          uuid                     not null,
    mode                varchar(8)               not null,
    business_account_id varchar(512)             not null,
    id                  uuid                     not null,
    received_at         timestamp with time zone not null,
    primary key (project_id, mode, business_account_id, id)
);
