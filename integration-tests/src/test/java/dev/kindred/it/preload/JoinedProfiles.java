package dev.kindred.it.preload;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.User;
import dev.kindred.reactor.Relations;

/** Users, profiles and avatars for tests of joined preloads. */
final class JoinedProfiles {

    /**
     * User 1 has three profiles, user 2 has one, user 3 none; of the profiles the second and the third have an avatar.
     */
    static final String MANY_CHILDREN = """
            insert into users (email) values ('a'), ('b'), ('c');
            insert into profiles (user_id, name, telephone, locale) values
                (1, 'a', null, 'si'), (1, 'b', '555', 'en'), (1, 'c', '556', 'de'), (2, 'd', null, 'en'), (null, \
            'e', '7', 'en');
            insert into avatars (profile_id, url) values (2, 'https://example.org/1'), (2, 'https://example.org/2'),
                (3, 'https://example.org/2');
            """;

    private JoinedProfiles() {}

    /** Returns the loaded state of a relation, including nested relations. */
    static String profileOf(User user) {
        Profile profile = Relations.stateOf(user.profile()).getOrNull();
        return user + " " + Relations.stateOf(user.profile()).getClass().getSimpleName() + " "
                + (profile == null
                        ? ""
                        : profile + " "
                                + Relations.stateOf(profile.avatar()).getClass().getSimpleName()
                                + Relations.stateOf(profile.avatar()).getOrNull());
    }
}
