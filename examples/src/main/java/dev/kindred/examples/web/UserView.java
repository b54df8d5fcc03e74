package dev.kindred.examples.web;

import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import org.jspecify.annotations.Nullable;

/**
 * A user as the service shows it.
 *
 * @param id the key
 * @param email the address
 * @param profile the profile, or null when there is none
 */
record UserView(@Nullable Long id, String email, @Nullable ProfileView profile) {

    static UserView of(User user, @Nullable Profile profile) {
        return new UserView(
                user.id(),
                user.email(),
                profile == null ? null : new ProfileView(profile.name(), profile.telephone(), profile.locale()));
    }

    /**
     * A profile as the service shows it.
     *
     * @param name the full name
     * @param telephone the number, or null
     * @param locale the code of a language
     */
    record ProfileView(String name, @Nullable String telephone, String locale) {}
}
