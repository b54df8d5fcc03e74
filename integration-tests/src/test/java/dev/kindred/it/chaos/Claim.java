package dev.kindred.it.chaos;

import org.jspecify.annotations.Nullable;

/** An effect of a write, which is checked after the run. Immutable. */
sealed interface Claim {

    /** The write stores the rows with its number and the parts from zero, each once. */
    record Rows(int parts) implements Claim {}

    /** The write removes the rows of the write {@code target}. */
    record Removal(long target) implements Claim {}

    /**
     * The write gives all {@code size} rows of a register its value.
     *
     * @param value null if the write removes the rows
     */
    record Value(String register, int size, @Nullable Long value) implements Claim {}

    /** The write adds a row, or removes it if it exists. It also stores rows with its number. */
    record Flip(String key) implements Claim {}

    /** After the write there is exactly one row with the key. */
    record Single(String key) implements Claim {}
}
