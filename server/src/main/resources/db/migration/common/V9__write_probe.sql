-- Where it is tried whether something can be written. A row is taken out again in the transaction that puts it in.
create table write_probe (
    id uuid not null primary key
);
