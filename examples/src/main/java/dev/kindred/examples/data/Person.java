package dev.kindred.examples.data;

import org.jspecify.annotations.Nullable;

/**
 * The data of one person.
 *
 * @param email the address of the user
 * @param profile the data of the profile, or null if the user has none
 */
public record Person(String email, @Nullable Details profile) {

    /**
     * The data of a profile.
     *
     * @param name the full name
     * @param telephone a number, or null
     * @param locale the language code
     * @param avatar the URL of a picture, or null if there is no avatar
     */
    public record Details(
            String name,
            @Nullable String telephone,
            String locale,
            @Nullable String avatar) {}
}
