package dev.kindred.it.chaos;

import dev.kindred.it.chaos.Claim.Rows;
import dev.kindred.it.chaos.Errors.Scope;
import java.util.List;
import java.util.SplittableRandom;
import reactor.core.publisher.Mono;

/**
 * The number of an operation and its random choices. Confined to the thread that assembles the operation.
 *
 * @param op different for all operations of a run
 */
record Draw(long op, SplittableRandom random, Ledger ledger) {

    /** The distance to the number of a second write of the same operation. */
    private static final long SECOND = 1L << 40;

    long second() {
        return op + SECOND;
    }

    long owner() {
        return random.nextInt(ChaosSchema.OWNERS);
    }

    long tag() {
        return random.nextInt(ChaosSchema.TAGS);
    }

    long account() {
        return random.nextInt(ChaosSchema.ACCOUNTS);
    }

    /** Returns an account with a greater number, or the first one. */
    long accountAfter(long account) {
        return (account + 1 + random.nextInt(ChaosSchema.ACCOUNTS - 1)) % ChaosSchema.ACCOUNTS;
    }

    /** Returns four different tags in ascending order. */
    List<Long> fourTags() {
        return random.ints(0, ChaosSchema.TAGS)
                .distinct()
                .limit(4)
                .sorted()
                .mapToObj(tag -> (long) tag)
                .toList();
    }

    <T> Mono<T> rows(String kind, Scope scope, int parts, Mono<T> work) {
        return recorded(kind, scope, new Rows(parts), work);
    }

    <T> Mono<T> recorded(String kind, Scope scope, Claim claim, Mono<T> work) {
        return ledger.recorded(op, kind, scope, List.of(claim), work);
    }
}
