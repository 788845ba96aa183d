-- By their statuses messages are found here: why, says the package of the messages. Its triggers make it tell what the messages tell, whoever writes them.
create table message_status (
    project_id   uuid        not null,
    mode         varchar(8)  not null,
    status       varchar(16) not null,
    is_continued boolean     not null,
    id           bytea       not null
) with (autovacuum_vacuum_scale_factor = 0.05);

insert into message_status (project_id, mode, status, is_continued, id)
select project_id, mode, status, is_continued, id from message;

create unique index message_status_newest on message_status (project_id, mode, status, is_continued, id desc);

create function message_status_of_added() returns trigger language plpgsql as $$
begin
    insert into message_status (project_id, mode, status, is_continued, id)
    select project_id, mode, status, is_continued, id from added;
    return null;
end $$;

-- Its plans are made once for each connection, perhaps while the table is empty: hence by the index, always.
create function message_status_of_changed() returns trigger language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    delete from message_status s
    using (select project_id, mode, status, is_continued, id from before
           except
           select project_id, mode, status, is_continued, id from after) as was
    where s.project_id = was.project_id and s.mode = was.mode and s.status = was.status
        and s.is_continued = was.is_continued and s.id = was.id;
    insert into message_status (project_id, mode, status, is_continued, id)
    select project_id, mode, status, is_continued, id from after
    except
    select project_id, mode, status, is_continued, id from before;
    return null;
end $$;

create function message_status_of_deleted() returns trigger language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    delete from message_status s using before as was
    where s.project_id = was.project_id and s.mode = was.mode and s.status = was.status
        and s.is_continued = was.is_continued and s.id = was.id;
    return null;
end $$;

create trigger message_added after insert on message
    referencing new table as added for each statement execute function message_status_of_added();
create trigger message_changed after update on message
    referencing old table as before new table as after for each statement execute function message_status_of_changed();
create trigger message_deleted after delete on message
    referencing old table as before for each statement execute function message_status_of_deleted();

-- What changes in a message stands in no index of it now: its next version goes into the same page, where there is room, and no index is written.
drop index message_of_status;
alter table message set (fillfactor = 50);
