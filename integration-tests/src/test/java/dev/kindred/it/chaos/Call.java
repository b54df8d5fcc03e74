package dev.kindred.it.chaos;

import java.util.List;

/**
 * A write that has ended. Immutable.
 *
 * @param op its number
 * @param begun {@link System#nanoTime()} before its subscription
 * @param ended {@link System#nanoTime()} after its last signal
 */
record Call(long op, String kind, List<Claim> claims, Outcome outcome, long begun, long ended) {

    @Override
    public String toString() {
        return kind + " " + op + " (" + outcome + ")";
    }
}
