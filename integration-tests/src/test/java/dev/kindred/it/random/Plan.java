package dev.kindred.it.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.random.Cond.Filter;
import dev.kindred.it.random.Cond.Order;
import dev.kindred.it.random.Row.Reached;
import dev.kindred.model.RelationState;
import dev.kindred.model.ToManyRelation;
import dev.kindred.model.ToOneRelation;
import dev.kindred.query.EntitySteps;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Preloads of one entity, nested ones included, and their check. */
record Plan<E>(List<Part<E, ?>> parts) {

    static <E> Plan<E> choose(Chooser chooser, Kind<E> kind, int depth) {
        List<Part<E, ?>> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = chooser.number(3); i > 0 && depth > 0; i--) {
            Rel<E, ?> rel = chooser.any(kind.relations());
            // A handle keeps the rows of one preload.
            if (!kind.relations().isEmpty() && names.add(rel.relation().name())) {
                parts.add(Part.choose(chooser, rel, depth));
            }
        }
        return new Plan<>(parts);
    }

    <S extends EntitySteps<E, S>> S on(S steps) {
        S all = steps;
        for (Part<E, ?> part : parts) {
            all = part.on(all);
        }
        return all;
    }

    void check(E entity, Row row) {
        parts.forEach(part -> part.check(entity, row));
    }

    /**
     * One preload.
     *
     * @param rel the relation
     * @param filter the conditions
     * @param order the order, or null for that of the relation
     * @param limit the limit for each entity, or zero
     * @param isJoined whether a row is joined
     * @param nested the preloads of the related entity
     */
    record Part<E, R>(
            Rel<E, R> rel, Filter<R> filter, @Nullable Order<R> order, int limit, boolean isJoined, Plan<R> nested) {

        static <E, R> Part<E, R> choose(Chooser chooser, Rel<E, R> rel, int depth) {
            Kind<R> target = rel.target();
            return new Part<>(
                    rel,
                    chooser.filter(target, 1, rel.pivot()),
                    chooser.oneOf(2) ? chooser.order(target, false) : null,
                    chooser.oneOf(2) ? 1 + chooser.number(4) : 0,
                    chooser.oneOf(2),
                    Plan.choose(chooser, target, depth - 1));
        }

        <S extends EntitySteps<E, S>> S on(S steps) {
            if (rel.relation() instanceof ToManyRelation<E, R> many) {
                return steps.preload(many, rows -> {
                    var filtered = nested.on(filter.on(rows));
                    var sorted = order == null ? filtered : filtered.orderBy(order.terms());
                    return limit == 0 ? sorted : sorted.limitEach(limit);
                });
            }
            return steps.preload((ToOneRelation<E, R>) rel.relation(), row -> {
                var filtered = nested.on(filter.on(row));
                return isJoined ? filtered.joined() : filtered;
            });
        }

        Flux<E> on(ReactiveMapper mapper, List<E> entities) {
            if (rel.relation() instanceof ToManyRelation<E, R> many) {
                return mapper.preload(entities, many, rows -> {
                    var filtered = nested.on(filter.on(rows));
                    var sorted = order == null ? filtered : filtered.orderBy(order.terms());
                    return limit == 0 ? sorted : sorted.limitEach(limit);
                });
            }
            return mapper.preload(entities, (ToOneRelation<E, R>) rel.relation(), row -> nested.on(filter.on(row)));
        }

        void check(E entity, Row row) {
            List<Row> expected = rel.reach(row, filter.mark()).stream()
                    .filter(filter.truth()::holds)
                    .map(Reached::row)
                    .toList();
            boolean isMany = rel.relation() instanceof ToManyRelation;
            if (order != null && isMany) {
                expected = expected.stream().sorted(order.sorting().rows()).toList();
            }
            boolean hasMore = isMany && limit > 0 && expected.size() > limit;
            expected = hasMore ? expected.subList(0, limit) : expected;
            List<R> loaded = loaded(rel.handle().apply(entity), hasMore);
            assertThat(loaded)
                    .map(rel.target()::key)
                    .as("%s of %s", rel.relation(), row)
                    .isEqualTo(expected.stream().map(Row::key).toList());
            for (int i = 0; i < loaded.size(); i++) {
                nested.check(loaded.get(i), expected.get(i));
            }
        }

        private List<R> loaded(@Nullable Publisher<R> handle, boolean hasMore) {
            if (handle instanceof Mono<R> one) {
                RelationState<R> state = Relations.stateOf(one);
                assertThat(state.isLoaded()).as(rel.relation().toString()).isTrue();
                return state.getOrNull() == null ? List.of() : List.of(state.getOrNull());
            }
            RelationState<List<R>> state = Relations.stateOf((Flux<R>) handle);
            assertThat(state.isLoaded()).as(rel.relation().toString()).isTrue();
            assertThat(state.hasMore()).as("more of %s", rel.relation()).isEqualTo(hasMore);
            return state.getOrNull() == null ? List.of() : state.getOrNull();
        }
    }
}
