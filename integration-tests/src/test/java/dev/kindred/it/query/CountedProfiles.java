package dev.kindred.it.query;

/**
 * Users 1 to 4. User 1 has the profile 1, user 2 the profiles 2 and 3, user 3 the profile 4; the last two have a
 * telephone.
 */
final class CountedProfiles {

    static final String ROWS = """
            insert into users (email) select 'user' || g from generate_series(1, 4) g order by g;
            insert into profiles (user_id, name, telephone) values
                (1, 'one', null), (2, 'two', null), (2, 'deux', '555-2'), (3, 'three', '555-3'), (null, 'nobody', \
            null);
            """;

    private CountedProfiles() {}
}
