package dev.kindred.it.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows after a run, as the oracle needs them. Immutable.
 *
 * @param parts the rows with the number of each write
 * @param registers the value of each row of each register
 * @param flips the rows of {@link Claim.Flip}
 * @param singles the number of rows with each key of {@link Claim.Single}
 * @param balances the balance of each account
 * @param sums the sum of the entries of each account
 */
record Stored(
        Map<Long, Parts> parts,
        Map<String, List<@Nullable Long>> registers,
        Set<String> flips,
        Map<String, Integer> singles,
        Map<Long, Long> balances,
        Map<Long, Long> sums) {

    /** The rows with the number of one write. */
    record Parts(long rows, long distinct, int least, int greatest) {

        boolean isWhole(int expected) {
            return distinct == expected && least == 0 && greatest == expected - 1;
        }
    }
}
