-- H2 takes the numbers of a column in blocks, and writes the whole of what is unsaved to the file for each: of 32 unless told otherwise. A block that is begun when the
-- process dies is left out, which is all right since these numbers only say what came first.
alter table delivery alter column seq set cache 10000;
alter table event_batch alter column seq set cache 10000;
alter table webhook_delivery alter column seq set cache 10000;
alter table webhook_attempt alter column seq set cache 10000;
