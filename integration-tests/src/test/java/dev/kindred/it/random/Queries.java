package dev.kindred.it.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.random.Cond.Agg;
import dev.kindred.it.random.Cond.Filter;
import dev.kindred.it.random.Cond.Order;
import dev.kindred.it.random.Rel.Pivot;
import dev.kindred.it.random.Row.Mark;
import dev.kindred.it.random.Row.Reached;
import dev.kindred.model.Aggregate;
import dev.kindred.model.ToManyRelation;
import dev.kindred.model.ToOneRelation;
import dev.kindred.query.Aggregated;
import dev.kindred.query.Linked;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.RelatedMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Runs random queries and compares each result with the model. */
final class Queries {

    private final ReactiveMapper mapper;
    private final Domain domain;
    private final Chooser chooser;

    Queries(ReactiveMapper mapper, Domain domain, Chooser chooser) {
        this.mapper = mapper;
        this.domain = domain;
        this.chooser = chooser;
    }

    void runOne() {
        run(chooser.any(domain.kinds()));
    }

    private <E> void run(Kind<E> kind) {
        boolean hasRelations = !kind.relations().isEmpty();
        switch (chooser.number(hasRelations ? 8 : 2)) {
            case 0, 1 -> filtered(kind);
            case 2 -> aggregates(kind);
            case 3 -> preloads(kind);
            case 4 -> preloadsOfEntities(kind);
            case 5 -> handles(kind, chooser.any(kind.relations()));
            default -> related(kind, chooser.any(kind.relations()));
        }
    }

    private <E> List<Row> matching(Kind<E> kind, Filter<E> filter) {
        return domain.rows(kind).stream()
                .filter(filter.mark()::takes)
                .filter(filter.truth()::holds)
                .toList();
    }

    private static List<List<Object>> keys(List<Row> rows) {
        return rows.stream().map(Row::key).toList();
    }

    private <E> void filtered(Kind<E> kind) {
        Filter<E> filter = chooser.filter(kind, 3, null);
        Order<E> order = chooser.order(kind, false);
        List<Row> expected =
                matching(kind, filter).stream().sorted(order.sorting().rows()).toList();
        EntitySelect<E> query = filter.on(mapper.from(kind.model()));
        if (chooser.oneOf(2)) {
            new Reads<>(kind, chooser).check(query.orderBy(order.terms()), expected);
        } else {
            Order<E> ofColumns = chooser.order(kind, true);
            List<Row> sorted =
                    expected.stream().sorted(ofColumns.sorting().rows()).toList();
            new Reads<>(kind, chooser).checkByKeyset(query.orderBy(ofColumns.terms()), sorted);
        }
    }

    private <E> void aggregates(Kind<E> kind) {
        List<Agg<E>> aggs = new ArrayList<>();
        for (int i = 1 + chooser.number(3); i > 0; i--) {
            Agg<E> agg = chooser.aggregate(chooser.any(kind.relations()), 2);
            aggs.add(new Agg<>(agg.aggregate().as("a" + i), agg.value()));
        }
        List<Aggregate<E, ?>> all = new ArrayList<>();
        aggs.forEach(agg -> all.add(agg.aggregate()));
        Filter<E> filter = chooser.filter(kind, 1, null);
        EntitySelect<E> query = filter.on(mapper.from(kind.model()));
        Flux<Aggregated<E>> read = chooser.oneOf(2)
                ? query.with(all).all()
                : query.all().collectList().flatMapMany(entities -> mapper.aggregate(entities, all));
        List<Aggregated<E>> found = read.collectList().block();

        Map<List<Object>, Row> expected =
                matching(kind, filter).stream().collect(Collectors.toMap(Row::key, row -> row));
        assertThat(found).hasSize(expected.size());
        for (Aggregated<E> each : found) {
            Row row = Objects.requireNonNull(expected.get(kind.key(each.entity())), "an entity of another query");
            for (Agg<E> agg : aggs) {
                assertSame(each.getOrNull(agg.aggregate()), agg.value().apply(row), agg + " of " + row);
            }
        }
    }

    private static void assertSame(@Nullable Object actual, @Nullable Object expected, String name) {
        if (actual instanceof Number && expected instanceof Number) {
            BigDecimal difference = new BigDecimal(actual.toString()).subtract(new BigDecimal(expected.toString()));
            assertThat(difference.abs())
                    .as(name + ": " + actual + ", " + expected)
                    .isLessThan(new BigDecimal("1e-9"));
        } else {
            assertThat(actual).as(name).isEqualTo(expected);
        }
    }

    private <E> Map<List<Object>, Row> rowsByKey(Kind<E> kind) {
        return domain.rows(kind).stream().collect(Collectors.toMap(Row::key, row -> row));
    }

    private <E> void preloads(Kind<E> kind) {
        Filter<E> filter = chooser.filter(kind, 1, null);
        Order<E> order = chooser.order(kind, true);
        Plan<E> plan = Plan.choose(chooser, kind, 3);
        EntitySelect<E> query = plan.on(filter.on(mapper.from(kind.model())).orderBy(order.terms()));
        List<E> found = (chooser.oneOf(3) ? query.stream(1 + chooser.number(4)) : query.all())
                .collectList()
                .block();

        List<Row> expected =
                matching(kind, filter).stream().sorted(order.sorting().rows()).toList();
        assertThat(found).map(kind::key).isEqualTo(keys(expected));
        for (int i = 0; i < found.size(); i++) {
            plan.check(found.get(i), expected.get(i));
        }
    }

    private <E> void preloadsOfEntities(Kind<E> kind) {
        List<E> entities = chooser.filter(kind, 0, null)
                .on(mapper.from(kind.model()))
                .all()
                .collectList()
                .block();
        Plan.Part<E, ?> part = Plan.Part.choose(chooser, chooser.any(kind.relations()), 2);
        List<E> preloaded = part.on(mapper, entities).collectList().block();

        assertThat(preloaded)
                .map(kind::key)
                .isEqualTo(entities.stream().map(kind::key).toList());
        Map<List<Object>, Row> rows = rowsByKey(kind);
        preloaded.forEach(entity -> part.check(entity, Objects.requireNonNull(rows.get(kind.key(entity)))));
    }

    private <E, R> void handles(Kind<E> kind, Rel<E, R> rel) {
        if (rel.isLifted()) {
            return;
        }
        Map<List<Object>, Row> rows = rowsByKey(kind);
        List<E> entities = chooser.filter(kind, 0, null)
                .on(mapper.from(kind.model()))
                .all()
                .collectList()
                .block();
        List<List<Object>> found = Flux.fromIterable(entities)
                .flatMapSequential(entity -> Flux.from(handle(rel, entity))
                        .map(related ->
                                List.<Object>of(kind.key(entity), rel.target().key(related))))
                .collectList()
                .block();

        assertThat(found)
                .as("handles of %s", rel.relation())
                .isEqualTo(entities.stream()
                        .flatMap(entity -> rel.reach(rows.get(kind.key(entity)), Mark.UNMARKED).stream()
                                .map(to -> List.<Object>of(
                                        kind.key(entity), to.row().key())))
                        .toList());
    }

    private static <E, R> Publisher<R> handle(Rel<E, R> rel, E entity) {
        return Objects.requireNonNull(rel.handle().apply(entity), "a handle");
    }

    private <E, R> void related(Kind<E> kind, Rel<E, R> rel) {
        List<Row> rows = domain.rows(kind);
        if (rows.isEmpty()) {
            return;
        }
        Row row = chooser.any(rows);
        E entity = kind.entities().stream()
                .filter(each -> kind.key(each).equals(row.key()))
                .findFirst()
                .orElseThrow();
        Filter<R> filter = chooser.filter(rel.target(), 2, rel.pivot());
        List<Row> expected = Chooser.matching(rel, filter, row);
        if (!(rel.relation() instanceof ToManyRelation<E, R> many)) {
            // The first row decides before its conditions do.
            List<R> found = Stream.ofNullable(mapper.related(entity, (ToOneRelation<E, R>) rel.relation())
                            .find()
                            .block())
                    .toList();
            assertThat(found).map(rel.target()::key).isEqualTo(keys(reached(rel.reach(row, Mark.UNMARKED))));
            return;
        }
        if (rel.pivot() != null && chooser.oneOf(3)) {
            links(entity, rel, rel.pivot(), row);
            return;
        }
        RelatedMany<R> operations = mapper.related(entity, many);
        EntitySelect<R> query = filter.on(operations.query());
        Reads<R> reads = new Reads<>(rel.target(), chooser);
        switch (chooser.number(3)) {
            case 0 -> reads.check(query, expected);
            case 1 -> reads.checkByKeyset(query, expected);
            default -> {
                Order<R> order = chooser.order(rel.target(), false);
                reads.check(
                        query.orderBy(order.terms()),
                        expected.stream().sorted(order.sorting().rows()).toList());
            }
        }
    }

    private static List<Row> reached(List<Reached> reached) {
        return reached.stream().map(Reached::row).toList();
    }

    private <E, R, P> void links(E entity, Rel<E, R> rel, Pivot<E, R, P> pivot, Row row) {
        List<Linked<R, P>> links =
                mapper.related(entity, pivot.relation()).links().collectList().block();

        List<Reached> expected = rel.reach(row, Mark.UNMARKED);
        assertThat(links).map(link -> rel.target().key(link.related())).isEqualTo(keys(reached(expected)));
        assertThat(links)
                .map(link -> pivot.kind().key(link.pivot()))
                .isEqualTo(expected.stream()
                        .map(each -> Objects.requireNonNull(each.pivot()).key())
                        .toList());
    }
}
