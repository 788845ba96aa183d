-- When the provider said what is known of a template; null of what was told before this was kept.
alter table template add column status_at timestamp with time zone;
alter table template add column category_at timestamp with time zone;

-- What the category is about to become.
alter table template add column next_category varchar(32);
