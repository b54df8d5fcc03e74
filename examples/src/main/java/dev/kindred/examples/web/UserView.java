package dev.kindred.examples.web;

import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a user.
 *
 * @param id the primary key
 * @param email the address
 * @param profile the profile, or null if the user has none
 */
record UserView(@Nullable Long id, String email, @Nullable ProfileView profile) {

    static UserView of(User user, @Nullable Profile profile) {
        return new UserView(
                user.id(),
                user.email(),
                profile == null ? null : new ProfileView(profile.name(), profile.telephone(), profile.locale()));
    }

    /**
     * The JSON form of a profile.
     *
     * @param name the full name
     * @param telephone the number, or null
     * @param locale the language code
     */
    record ProfileView(String name, @Nullable String telephone, String locale) {}
}
