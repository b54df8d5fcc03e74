package dev.kindred.it.query;

/** Profiles 1 to 60, many with the same name, locale and telephone. */
final class ScrolledProfiles {

    static final String ROWS = """
            insert into profiles (name, telephone, locale)
                select 'n' || g % 5, case when g % 3 > 0 then 't' || g % 4 end, case when g % 2 = 0 then 'en' \
            else 'si' end
                from generate_series(1, 60) g order by g;
            """;

    private ScrolledProfiles() {}
}
