package dev.kindred.examples.batch;

import org.jspecify.annotations.Nullable;

/**
 * One row of the file.
 *
 * @param email the address of the user
 * @param name the name in the profile
 * @param telephone a number, or null
 * @param locale the language code
 */
public record UserRow(String email, String name, @Nullable String telephone, String locale) {}
