package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.preload.PairStatements;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.row.ValuesReader.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads a many-to-many relation in two statements: the pairs of keys, then the related rows. The second one is not sent
 * without a pair. Confined to one load.
 */
final class PairedRows<E, R> {

    private final JoinedReads joined;
    private final StatementRunner runner;
    private final Wanted<E, R, ?> wanted;
    private final PairStatements<E, R> statements;

    PairedRows(JoinedReads joined, StatementRunner runner, Wanted<E, R, ?> wanted, PairStatements<E, R> statements) {
        this.joined = joined;
        this.runner = runner;
        this.wanted = wanted;
        this.statements = statements;
    }

    /** Returns the rows of {@code keys}, which is not empty, unless they have more than {@code limit} pairs. */
    Mono<Rows<R>> read(KeyRows<E> keys, long limit) {
        return joined.pairs(runner, statements.pairs(keys, limit + 1), statements.types())
                .flatMap(pairs -> pairs.size() > limit ? Mono.just(new Rows<>(List.of(), true)) : rows(pairs));
    }

    private Mono<Rows<R>> rows(List<Values> pairs) {
        int width = wanted.step().relation().sourceKey().size();
        KeyRows<R> targets = new KeyRows<>(statements.targetKey());
        Map<Object, List<Object>> sources = new HashMap<>();
        for (Values pair : pairs) {
            List<@Nullable Object> all = pair.all();
            @Nullable Object source = raw(all.subList(0, width));
            @Nullable Object target = raw(all.subList(width, all.size()));
            if (source != null && target != null) {
                Object key = RelationKey.of(target);
                targets.addRaw(target, key);
                sources.computeIfAbsent(key, absent -> new ArrayList<>()).add(RelationKey.of(source));
            }
        }
        return targets.isEmpty()
                ? Mono.just(new Rows<>(List.of(), false))
                : joined.keyed(runner, wanted, statements.rows(targets), statements.key())
                        .map(rows -> new Rows<>(ofEachKey(rows, sources), false));
    }

    private static @Nullable Object raw(List<@Nullable Object> parts) {
        if (parts.stream().anyMatch(part -> part == null)) {
            return null;
        }
        return parts.size() == 1 ? parts.get(0) : List.copyOf(parts);
    }

    private static <R> List<Keyed<R>> ofEachKey(List<Keyed<R>> rows, Map<Object, List<Object>> sources) {
        List<Keyed<R>> all = new ArrayList<>();
        for (Keyed<R> keyed : rows) {
            @Nullable Object target = keyed.key();
            for (Object source : target == null ? List.of() : sources.getOrDefault(target, List.of())) {
                all.add(new Keyed<>(source, keyed.row()));
            }
        }
        return all;
    }

    /**
     * Rows of some keys.
     *
     * @param rows the rows; incomplete if there are more
     * @param hasMore whether the keys have more rows than the limit
     */
    record Rows<R>(List<Keyed<R>> rows, boolean hasMore) {}
}
