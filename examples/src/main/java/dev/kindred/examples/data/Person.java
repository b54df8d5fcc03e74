package dev.kindred.examples.data;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to be written to the database.
 *
 * @param email the address of the user
 * @param profile what the profile says, or null when the user has none
 */
public record Person(String email, @Nullable Details profile) {

    /**
     * What a profile says.
     *
     * @param name the full name
     * @param telephone a number, or null
     * @param locale the code of a language
     * @param avatar the address of a picture, or null when there is no avatar
     */
    public record Details(
            String name,
            @Nullable String telephone,
            String locale,
            @Nullable String avatar) {}
}
