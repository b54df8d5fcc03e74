package dev.kindred.it.failover;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** A user that a standby takes 20 seconds to read. */
@Table("slow_users")
public record SlowUser(@Id Long id, String email) {

    static final String VIEW = """
            create view slow_users as select id, email from users
                where not pg_is_in_recovery() or exists (select 1 from pg_sleep(20));
            """;
}
