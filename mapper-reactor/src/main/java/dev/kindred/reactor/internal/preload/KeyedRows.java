package dev.kindred.reactor.internal.preload;

import dev.kindred.error.PreloadLimitException;
import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.KeyedStatements;
import dev.kindred.internal.preload.PairStatements;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the rows of keys within the limits of a mapper. Thread-safe. */
final class KeyedRows {

    private final JoinedReads joined;
    private final LoadLimits limits;

    KeyedRows(JoinedReads joined, LoadLimits limits) {
        this.joined = joined;
        this.limits = limits;
    }

    /** Returns what the rows of {@code keys}, which is not empty, resolve to. */
    <E, R, V> Mono<Found<V>> read(StatementRunner runner, Wanted<E, R, V> wanted, KeyRows<E> keys) {
        PreloadStep<E, R> step = wanted.step();
        @Nullable Long atMost = wanted.atMost();
        if (!wanted.arity().isOfMany() || step.limitEach() != null) {
            return joined.keyed(runner, wanted, new KeyedStatements<>(step).of(keys))
                    .map(rows -> found(wanted, keys, rows, null));
        }
        long limit = atMost == null ? limits.preloadRows() : atMost;
        return rows(runner, wanted, keys, limit).flatMap(read -> {
            if (!read.hasMore()) {
                return Mono.just(found(wanted, keys, read.rows(), null));
            }
            return atMost == null ? Mono.error(() -> tooManyRows(step)) : firstKeys(runner, wanted, keys, atMost);
        });
    }

    /** Returns the rows of {@code keys}, unless there are more than {@code limit}. */
    private <E, R, V> Mono<PairedRows.Rows<R>> rows(
            StatementRunner runner, Wanted<E, R, V> wanted, KeyRows<E> keys, long limit) {
        @Nullable PairStatements<E, R> pairs = PairStatements.of(wanted.step());
        return pairs == null
                ? joined.keyed(
                                runner,
                                wanted,
                                new KeyedStatements<>(wanted.step()).atMost(keys, limits.oneMoreThan(limit)))
                        .map(rows -> new PairedRows.Rows<>(rows, rows.size() > limit))
                : new PairedRows<>(joined, runner, wanted, pairs).read(keys, limit, limits.oneMoreThan(limit));
    }

    /** The rows of the statement before are of any keys. They are read again, key by key. */
    private <E, R, V> Mono<Found<V>> firstKeys(
            StatementRunner runner, Wanted<E, R, V> wanted, KeyRows<E> keys, long atMost) {
        return joined.keyed(
                        runner,
                        wanted,
                        ShapedStatement.of(new KeyedStatements<>(wanted.step()).byKey(keys, atMost + 1)))
                .map(rows -> found(wanted, keys, rows, rows.size() <= atMost ? null : before(keys, rows)));
    }

    private static <R> Set<Object> before(KeyRows<?> keys, KeyedRowList<R> rows) {
        @Nullable Object last = rows.keys().get(rows.size() - 1);
        List<Object> all = keys.inOrder();
        return new HashSet<>(all.subList(0, Math.max(0, all.indexOf(last))));
    }

    private static <R, V> Found<V> found(
            Wanted<?, R, V> wanted, KeyRows<?> keys, KeyedRowList<R> rows, @Nullable Set<Object> complete) {
        return new Found<>(KeyMatches.resolution(wanted.step(), wanted.arity(), keys, rows), complete);
    }

    private PreloadLimitException tooManyRows(PreloadStep<?, ?> step) {
        return new PreloadLimitException("The preload of " + step.relation() + " has more than "
                + limits.preloadRows() + " rows, which is the limit for one preload. Read fewer rows of each parent"
                + " with limitEach(..), fewer parents at a time with stream(..), or the rows of one parent with"
                + " related(..).query().stream(). If the rows fit into memory, raise preloadRows(..) on the"
                + " builder.");
    }

    /**
     * What the rows resolve to.
     *
     * @param all the values of all keys; the value of a key that is not complete lacks rows
     * @param complete the keys whose rows were read in full, or null for all
     */
    record Found<V>(Resolution<V> all, @Nullable Set<Object> complete) {

        /** Returns the values of the complete keys. */
        Resolution<V> complete(Resolution<V> found) {
            return complete == null ? found : found.only(complete);
        }
    }
}
