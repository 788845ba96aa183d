-- Nobody writes messages meanwhile, or what is copied would be true of some only: what was written while the table was filled before is put right here too.
lock table message in access exclusive mode;
drop trigger message_added on message;
drop trigger message_changed on message;
drop trigger message_deleted on message;
drop function message_status_of_added();
drop function message_status_of_changed();
drop function message_status_of_deleted();
drop table message_status;

-- The statuses once more, channel by channel: those of one that is rare are found among many of another.
create table message_status (
    project_id   uuid        not null,
    mode         varchar(8)  not null,
    status       varchar(16) not null,
    channel      varchar(16) not null,
    is_continued boolean     not null,
    id           bytea       not null
) with (autovacuum_vacuum_scale_factor = 0.05);

insert into message_status (project_id, mode, status, channel, is_continued, id)
select project_id, mode, status, channel, is_continued, id from message;

create unique index message_status_newest on message_status (project_id, mode, status, channel, is_continued, id desc);

-- Where the database is replicated, a row that goes is named by this, for want of a primary key.
alter table message_status replica identity using index message_status_newest;

create function message_status_of_added() returns trigger language plpgsql as $$
begin
    insert into message_status (project_id, mode, status, channel, is_continued, id)
    select project_id, mode, status, channel, is_continued, id from added;
    return null;
end $$;

-- Its plans are made once for each connection, perhaps while the table is empty: hence by the index, always.
create function message_status_of_changed() returns trigger language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    delete from message_status s
    using (select project_id, mode, status, channel, is_continued, id from before
           except
           select project_id, mode, status, channel, is_continued, id from after) as was
    where s.project_id = was.project_id and s.mode = was.mode and s.status = was.status and s.channel = was.channel
        and s.is_continued = was.is_continued and s.id = was.id;
    insert into message_status (project_id, mode, status, channel, is_continued, id)
    select project_id, mode, status, channel, is_continued, id from after
    except
    select project_id, mode, status, channel, is_continued, id from before;
    return null;
end $$;

create function message_status_of_deleted() returns trigger language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    delete from message_status s using before as was
    where s.project_id = was.project_id and s.mode = was.mode and s.status = was.status and s.channel = was.channel
        and s.is_continued = was.is_continued and s.id = was.id;
    return null;
end $$;

create trigger message_added after insert on message
    referencing new table as added for each statement execute function message_status_of_added();
create trigger message_changed after update on message
    referencing old table as before new table as after for each statement execute function message_status_of_changed();
create trigger message_deleted after delete on message
    referencing old table as before for each statement execute function message_status_of_deleted();
