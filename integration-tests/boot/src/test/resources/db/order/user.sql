insert into users (email) values ('ann@example.org');
