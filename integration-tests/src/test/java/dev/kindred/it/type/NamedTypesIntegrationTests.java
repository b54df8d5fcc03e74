package dev.kindred.it.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.PreloadQuery;
import dev.kindred.query.Window;
import dev.kindred.reactor.PagedSelect;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.BiFunction;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A column with a user-named type is cast when it is read, because the driver may not support the type. */
class NamedTypesIntegrationTests {

    private static final RecursiveComparisonConfiguration WITHOUT_HANDLES = RecursiveComparisonConfiguration.builder()
            .withIgnoredFields("child")
            .build();

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Catalogued.TABLE).resetBefore("truncate catalogued");

    private static long now;
    private static long version;

    @BeforeAll
    static void procedures() {
        now = database.postgres().queryLong("select 'now'::regproc::oid::int8");
        version = database.postgres().queryLong("select 'version'::regproc::oid::int8");
    }

    private static List<BiFunction<ReactiveMapper, Catalogued, Mono<?>>> writes() {
        return List.of(
                ReactiveMapper::insert,
                ReactiveMapper::upsert,
                (mapper, row) -> mapper.insertAll(Flux.just(row)).then(),
                (mapper, row) -> mapper.upsertAll(Flux.just(row)).then(),
                (mapper, row) -> mapper.copyIn(Flux.just(row)),
                (mapper, row) -> mapper.insert(Catalogued.of(1, null, null)).then(mapper.update(row)),
                (mapper, row) -> mapper.insert(Catalogued.of(1, null, null))
                        .thenMany(mapper.updateAll(Flux.just(row)))
                        .then());
    }

    @ParameterizedTest
    @EnumSource
    void everyWriteAndReadTakesThem(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        Catalogued row = Catalogued.of(1, now, null);

        writes().forEach(write -> {
            database.postgres().execute("truncate catalogued");
            write.apply(mapper, row).block();

            assertThat(mapper.get(Catalogued.class, 1).block())
                    .usingRecursiveComparison(WITHOUT_HANDLES)
                    .isEqualTo(row);
        });
        assertThat(mapper.from(Catalogued.class)
                        .project(Catalogued_.HANDLER)
                        .one()
                        .block())
                .isEqualTo(now);
        assertThat(mapper.from(Catalogued.class)
                        .project(Catalogued_.PRICE)
                        .one()
                        .block())
                .isEqualByComparingTo(row.price());
        assertThat(mapper.from(Catalogued.class)
                        .where(Catalogued_.HANDLER.eq(now))
                        .count()
                        .block())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void ordersGroupsCursorsAndRelationsUseThem(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        long first = Math.min(now, version);
        long last = Math.max(now, version);
        mapper.insertAll(Flux.just(Catalogued.of(1, last, null), Catalogued.of(2, first, 1)))
                .blockLast();
        PagedSelect<Catalogued> sorted = mapper.from(Catalogued.class).orderBy(Catalogued_.HANDLER.asc());
        Window<Catalogued> window = sorted.scroll(1).block();

        assertThat(mapper.from(Catalogued.class)
                        .orderBy(Catalogued_.CHECKER.desc())
                        .project(Catalogued_.CHECKER)
                        .distinct()
                        .all()
                        .collectList()
                        .block())
                .containsExactly(last, first);
        assertThat(mapper.from(Catalogued.class)
                        .groupBy(Catalogued_.HANDLER)
                        .with(Catalogued_.PRICE.max())
                        .orderBy(Catalogued_.HANDLER.asc())
                        .all()
                        .map(group -> group.get(Catalogued_.HANDLER))
                        .collectList()
                        .block())
                .containsExactly(first, last);
        assertThat(window.rows()).map(Catalogued::id).containsExactly(2);
        assertThat(sorted.scroll(1, window.next()).block().rows())
                .map(Catalogued::id)
                .containsExactly(1);
        assertThat(mapper.get(Catalogued.class, 1)
                        .flatMap(Catalogued::child)
                        .map(Catalogued::handler)
                        .block())
                .isEqualTo(first);
        assertThat(mapper.from(Catalogued.class)
                        .where(Catalogued_.ID.eq(1))
                        .preload(Catalogued_.CHILD, PreloadQuery::joined)
                        .one()
                        .flatMap(Catalogued::child)
                        .map(Catalogued::handler)
                        .block())
                .isEqualTo(first);
    }

    @Test
    void theCastIsSeenInTheText() {
        StatementRecorder recorder = new StatementRecorder();
        ReactiveMapper mapper =
                ReactiveMapper.builder(database.pool()).listener(recorder).build();

        mapper.from(Catalogued.class)
                .select(Catalogued_.ID, Catalogued_.HANDLER, Catalogued_.PRICE, Catalogued_.OTHERS)
                .all()
                .blockLast();

        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"handler\"::int8, \"price\"::numeric, \"others\"::int8[] FROM \"catalogued\"");
    }
}
