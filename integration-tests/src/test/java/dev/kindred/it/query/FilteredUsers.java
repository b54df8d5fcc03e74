package dev.kindred.it.query;

import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.reactor.EntitySelect;
import java.util.List;

/**
 * Users 1 to 6. User 1 has the profile "one" with a telephone. User 2 has two profiles, "two" and "deux", without a
 * telephone. User 3 has "three" with a telephone and an avatar. The others have none. One profile has no user.
 */
final class FilteredUsers {

    static final String ROWS = """
            insert into users (email) select 'user' || g from generate_series(1, 6) g order by g;
            insert into profiles (user_id, name, telephone) values
                (1, 'one', '555-1'), (2, 'two', null), (2, 'deux', null), (3, 'three', '555-3'), (null, 'nobody', \
            '555-0');
            insert into avatars (profile_id, url) values (4, 'https://example.org/3');
            """;
    static final String SELECT = "SELECT \"t0\".\"id\", \"t0\".\"email\" FROM \"users\" AS \"t0\" WHERE ";
    static final String PROFILES = "FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" = \"t0\".\"id\"";
    static final String ORDER = " ORDER BY \"t0\".\"id\" ASC";

    private FilteredUsers() {}

    static List<Long> ids(EntitySelect<User> query) {
        return query.orderBy(User_.ID.asc()).all().map(User::id).collectList().block();
    }
}
