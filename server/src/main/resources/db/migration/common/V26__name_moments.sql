-- When the person came to be called so; null of what was told before this was kept.
alter table contact add column profile_name_at timestamp with time zone;
alter table contact add column username_at timestamp with time zone;
