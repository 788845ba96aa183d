-- What the nodes on one database must share and nobody else may know. Each is made once, by the node that needs it first.

create table server_secret (
    name       varchar                  not null primary key,
    secret     bytea                    not null,
    created_at timestamp with time zone not null
);
