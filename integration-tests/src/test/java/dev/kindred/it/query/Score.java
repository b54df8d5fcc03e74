package dev.kindred.it.query;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A number with an application-assigned key. */
@Table("scores")
public record Score(@Id UUID id, int score, String team) {

    static final String TABLES = """
            create table scores (id uuid primary key, score int not null, team text not null);
            create table orders (id int primary key, total int);
            """;

    static final String ROWS = """
            truncate scores, orders;
            insert into scores values ('00000000-0000-0000-0000-00000000000a', 10, 'a'),
                ('90000000-0000-0000-0000-000000000000', 20, 'a'), ('ffffffff-0000-0000-0000-000000000000', 30, 'b'),
                ('a0000000-0000-0000-0000-000000000000', 5, 'b');
            insert into orders values (1, null), (2, 10), (3, 20), (4, 30);
            """;

    /** A row with a nullable number. */
    @Table("orders")
    public record Order(@Id int id, @Nullable Integer total) {}
}
