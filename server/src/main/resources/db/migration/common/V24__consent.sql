-- What the person last asked of the endpoint about marketing.
alter table correspondence add column marketing_wish varchar(8);
alter table correspondence add column marketing_at timestamp with time zone;
alter table correspondence add column marketing_source varchar(24);
alter table correspondence add column marketing_detail varchar;

-- What providers have told of the templates that they hold.
create table template (
    project_id          uuid                     not null,
    mode                varchar(8)               not null,
    business_account_id varchar(64)              not null,
    name                varchar(512)             not null,
    language            varchar(32)              not null,
    provider_id         varchar(64)              not null,
    category            varchar(32),
    status              varchar(64),
    reason              varchar,
    updated_at          timestamp with time zone not null,
    primary key (project_id, mode, business_account_id, name, language)
);
