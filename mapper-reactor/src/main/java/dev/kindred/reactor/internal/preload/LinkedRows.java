package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.preload.LinkStatements;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.PivotRelation;
import dev.kindred.query.Linked;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the related rows of one entity together with their pivots. Immutable and thread-safe. */
public final class LinkedRows<E, R, P> {

    private final JoinedReads joined;
    private final LinkStatements<E, R, P> statements;
    private final BelongsToRelation<P, R> target;

    /** Reads the rows of {@code relation} with {@code loads}. */
    public LinkedRows(RelationLoads loads, PivotRelation<E, R, P> relation) {
        this.joined = loads.joined();
        this.statements = new LinkStatements<>(relation);
        this.target = relation.target();
    }

    /** Returns the queries of the relation. */
    public LinkStatements<E, R, P> statements() {
        return statements;
    }

    /** Returns the rows of {@code pivots}: two statements, or one without a pivot. */
    public Mono<List<Linked<R, P>>> read(StatementRunner runner, SelectQuery<P> pivots) {
        return joined.read(runner, pivots, PreloadPlan.none(), joined.mode()).flatMap(found -> linked(runner, found));
    }

    private Mono<List<Linked<R, P>>> linked(StatementRunner runner, List<P> pivots) {
        KeyRows<R> keys = new KeyRows<>(
                target.targetKey(),
                target.sourceKey().stream().map(EntityColumn::type).toList(),
                pivots.size());
        Map<Object, List<P>> byKey = new HashMap<>();
        for (P pivot : pivots) {
            @Nullable Object raw = RelationKey.raw(target.sourceKey(), pivot);
            if (raw != null) {
                Object key = RelationKey.of(raw);
                keys.addRaw(raw, key);
                byKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(pivot);
            }
        }
        return keys.isEmpty()
                ? Mono.just(List.of())
                : joined.read(runner, statements.related(keys), PreloadPlan.none(), joined.mode())
                        .map(rows -> linked(rows, byKey));
    }

    private List<Linked<R, P>> linked(List<R> rows, Map<Object, List<P>> pivots) {
        List<Linked<R, P>> all = new ArrayList<>();
        for (R row : rows) {
            @Nullable Object key = RelationKey.of(target.targetKey(), row);
            @Nullable List<P> own = key == null ? null : pivots.get(key);
            if (own == null) {
                throw KeyMatches.otherKey(target);
            }
            own.forEach(pivot -> all.add(new Linked<>(row, pivot)));
        }
        return all;
    }
}
