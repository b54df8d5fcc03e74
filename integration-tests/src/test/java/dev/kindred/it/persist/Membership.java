package dev.kindred.it.persist;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.UUID;

/** Has only key columns. */
@Table("memberships")
record Membership(@Id UUID person, @Id Short circle) {

    static final String TABLE = """
            create table memberships (person uuid, circle smallint, primary key (person, circle));
            """;
}
