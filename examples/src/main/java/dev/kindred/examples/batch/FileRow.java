package dev.kindred.examples.batch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of the file: a user, an order of the user before it, or a line of the order before it. */
public sealed interface FileRow {

    /**
     * A user.
     *
     * @param email the address
     * @param name the name in the profile, or empty if the user has no profile
     * @param telephone a number, or null
     * @param locale the language code
     */
    record UserRow(String email, String name, @Nullable String telephone, String locale) implements FileRow {}

    /**
     * An order.
     *
     * @param number the number, which is unique
     * @param placedOn the day
     * @param total the sum of the lines
     */
    record OrderRow(String number, LocalDate placedOn, int total) implements FileRow {}

    /**
     * A line of an order.
     *
     * @param article the article
     * @param quantity the number of pieces
     * @param price the price of one piece
     */
    record LineRow(String article, int quantity, int price) implements FileRow {}
}
