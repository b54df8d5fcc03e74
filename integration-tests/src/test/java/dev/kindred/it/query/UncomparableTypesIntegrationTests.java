package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.ServerAbility;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.EntityColumn;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.JacksonJsonFormat;
import dev.kindred.test.StatementRecorder;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Columns of types that the server cannot compare. An operation that needs a comparison fails before any statement. */
class UncomparableTypesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shape.TABLES).resetBefore(Shape.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool())
                .jsonFormat(JacksonJsonFormat.create())
                .operationListener(recorder)
                .build();
    }

    static List<EntityColumn<Shape, ?>> uncomparable() {
        return List.of(Shape_.BODY, Shape_.MARKUP, Shape_.PLACE, Shape_.PARTS);
    }

    @ParameterizedTest
    @MethodSource("uncomparable")
    <T> void whatNeedsAnEqualityIsRefusedBeforeAnyStatement(EntityColumn<Shape, T> column) {
        refused(column, all -> all.groupBy(column).all());
        refused(
                column,
                all -> all.groupBy(List.of(Shape_.ID, column))
                        .with(Shape_.ID.max())
                        .all());
        refused(column, all -> all.project(column).distinct().all());
        refused(
                column,
                all -> all.project(Shape_.ID, column, (id, value) -> id)
                        .distinct()
                        .first());
        refused(column, all -> all.project(List.of(column), row -> 1).distinct().one());
        refused(
                column,
                all -> all.where(Shape_.ID.in(mapper.from(Shape.class)
                                .where(column.in(all.values(column)))
                                .values(Shape_.ID)))
                        .all());
        T value = column.getOrNull(mapper.find(Shape.class, 1).block());
        recorder.clear();
        refused(column, all -> all.where(column.eq(value)).all());
        refused(column, all -> all.where(column.ne(value)).count());
        refused(column, all -> all.where(column.in(List.of(value))).exists());
        refused(column, all -> all.where(column.notIn(List.of(value))).all());
    }

    @ParameterizedTest
    @MethodSource("uncomparable")
    void whatNeedsAnOrderIsRefusedBeforeAnyStatement(EntityColumn<Shape, ?> column) {
        refused(column, all -> all.orderBy(column.asc()).all());
        refused(column, all -> all.orderBy(column.desc().nullsLast()).scroll(1));
    }

    @Test
    void anEqualityIsNoOrderAndAnOrderHasNotAlwaysExtremes() {
        assertThat(mapper.from(Shape.class).where(Shape_.WRITER.eq("7")).count().block())
                .isEqualTo(2);
        assertThat(mapper.from(Shape.class)
                        .project(Shape_.WRITER)
                        .distinct()
                        .all()
                        .collectList()
                        .block())
                .containsExactly("7");
        assertThat(mapper.from(Shape.class)
                        .orderBy(Shape_.DEVICE.asc(), Shape_.ID.desc())
                        .all()
                        .map(Shape::id)
                        .collectList()
                        .block())
                .containsExactly(2, 1);
        recorder.clear();

        refused(Shape_.WRITER, all -> all.orderBy(Shape_.WRITER.asc()).all());
        refused(Shape_.WRITER, all -> all.where(Shape_.WRITER.gt("1")).all());
        refused(
                Shape_.DEVICE,
                all -> all.groupBy(Shape_.ID).with(Shape_.DEVICE.max()).all());
    }

    @Test
    void jsonbIsCompared() {
        assertThat(mapper.from(Shape.class)
                        .project(Shape_.SIDES)
                        .distinct()
                        .all()
                        .collectList()
                        .block())
                .containsExactly(Map.of("a", 1));
        assertThat(mapper.from(Shape.class).groupBy(Shape_.SIDES).all().count().block())
                .isEqualTo(1);
        assertThat(mapper.from(Shape.class)
                        .where(Shape_.SIDES.eq(Map.of("a", 1)))
                        .count()
                        .block())
                .isEqualTo(2);
    }

    @Test
    void uncomparableColumnsAreStillReadAndTestedForNull() {
        assertThat(mapper.from(Shape.class)
                        .where(Shape_.BODY
                                .isNotNull()
                                .and(Shape_.MARKUP.eq(null).not()))
                        .project(Shape_.MARKUP)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("<a/>", "<a/>");
    }

    /** Queries the abilities of all types of the server. Version 18 added min and max of bytea and uuid. */
    @Test
    void theServerAgrees() {
        Map<String, Set<ServerAbility>> server = new TreeMap<>();
        mapper.sql("""
                select typname::text as name,
                    works(format('select null::%1$I = null::%1$I', typname)) as equality,
                    works(format('select x from (values (null::%1$I)) v(x) group by x', typname)) as grouping,
                    works(format('select null::%1$I < null::%1$I', typname)) as comparison,
                    works(format('select x from (values (null::%1$I)) v(x) order by x', typname)) as "order",
                    works(format('select min(x) from (values (null::%1$I)) v(x)', typname)) as extremes
                from pg_type
                where typnamespace = 'pg_catalog'::regnamespace and typtype = 'b' and typcategory not in ('A', 'Z')
                    and typname not in ('bytea', 'uuid')
                """)
                .map(row -> {
                    Set<ServerAbility> abilities = EnumSet.noneOf(ServerAbility.class);
                    for (ServerAbility ability : ServerAbility.values()) {
                        if (row.get(ability.name().toLowerCase(Locale.ROOT), Boolean.class)) {
                            abilities.add(ability);
                        }
                    }
                    return Map.entry(row.get("name", String.class), abilities);
                })
                .all()
                .doOnNext(entry -> server.put(entry.getKey(), entry.getValue()))
                .blockLast();

        Map<String, Set<ServerAbility>> expected = new TreeMap<>();
        server.keySet().forEach(type -> expected.put(type, abilities(type)));
        assertThat(server).hasSizeGreaterThan(50).isEqualTo(expected);
    }

    private static Set<ServerAbility> abilities(String type) {
        Set<ServerAbility> abilities = EnumSet.noneOf(ServerAbility.class);
        for (ServerAbility ability : ServerAbility.values()) {
            if (ability.isOf(type, false)) {
                abilities.add(ability);
            }
        }
        return abilities;
    }

    private void refused(EntityColumn<Shape, ?> column, Function<EntitySelect<Shape>, Publisher<?>> query) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(
                        () -> Flux.from(query.apply(mapper.from(Shape.class))).blockLast())
                .withMessageContaining("The column " + Nodes.of(column).name().column() + " is of type "
                        + column.type().name().name());
        assertThat(recorder).executedNothing();
    }
}
