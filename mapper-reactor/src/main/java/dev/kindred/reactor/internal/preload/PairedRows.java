package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.preload.PairStatements;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.preload.PairReader.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    /**
     * Returns the rows of {@code keys}, which is not empty, unless they have more than {@code limit} pairs.
     *
     * @param page the pairs to read
     */
    Mono<Rows<R>> read(KeyRows<E> keys, long limit, Select.Page page) {
        return pairs(statements.pairs(keys, page))
                .flatMap(pairs -> pairs.size() > limit && hasRepeated(pairs)
                        ? pairs(statements.distinctPairs(keys, page))
                        : Mono.just(pairs))
                .flatMap(pairs ->
                        pairs.size() > limit ? Mono.just(new Rows<>(KeyedRowList.empty(), true)) : rows(pairs));
    }

    private Mono<List<Pair>> pairs(Select statement) {
        return joined.pairs(
                runner,
                statement,
                statements.types(),
                wanted.step().relation().sourceKey().size());
    }

    /** A repeated pair counts once for the limit. */
    private boolean hasRepeated(List<Pair> pairs) {
        return statements.mayRepeat() && new HashSet<>(pairs).size() < pairs.size();
    }

    private Mono<Rows<R>> rows(List<Pair> pairs) {
        KeyRows<R> targets = statements.noKeys();
        Map<Object, List<Object>> sources = new HashMap<>();
        for (Pair pair : pairs) {
            @Nullable Object source = pair.source();
            @Nullable Object target = pair.target();
            if (source != null && target != null) {
                Object key = RelationKey.of(target);
                @Nullable List<Object> known = sources.get(key);
                List<Object> ofTarget = known == null ? new ArrayList<>() : known;
                if (known == null) {
                    sources.put(key, ofTarget);
                    targets.addRaw(target, key);
                }
                ofTarget.add(source);
            }
        }
        return targets.isEmpty()
                ? Mono.just(new Rows<>(KeyedRowList.empty(), false))
                : joined.keyed(
                                runner,
                                wanted,
                                ShapedStatement.of(statements.rows(targets)),
                                KeyPositions.of(wanted.step(), statements.key()))
                        .map(rows -> new Rows<>(ofEachKey(rows, sources, pairs.size()), false));
    }

    private KeyedRowList<R> ofEachKey(KeyedRowList<R> found, Map<Object, List<Object>> sources, int pairs) {
        List<@Nullable Object> keys = new ArrayList<>(pairs);
        List<R> rows = new ArrayList<>(pairs);
        for (int i = 0; i < found.size(); i++) {
            @Nullable Object target = found.keys().get(i);
            @Nullable List<Object> ofTarget = target == null ? null : sources.get(target);
            if (ofTarget != null) {
                R row = found.rows().get(i);
                for (Object source : ofTarget) {
                    keys.add(source);
                    rows.add(row);
                }
            }
        }
        return new KeyedRowList<>(keys, rows, statements.mayRepeat());
    }

    /**
     * Rows of some keys.
     *
     * @param rows the rows; incomplete if there are more
     * @param hasMore whether the keys have more rows than the limit
     */
    record Rows<R>(KeyedRowList<R> rows, boolean hasMore) {}
}
