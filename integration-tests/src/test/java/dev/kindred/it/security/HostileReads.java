package dev.kindred.it.security;

import static dev.kindred.it.security.Hostile.Call.name;
import static dev.kindred.it.security.Hostile.Call.value;

import dev.kindred.it.security.Hostile.Call;
import dev.kindred.model.Condition;
import dev.kindred.model.RawSql;
import dev.kindred.query.Aggregated;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlTypes;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The methods that read with a name or a value. */
final class HostileReads {

    private HostileReads() {}

    static Stream<Call> all() {
        return Stream.of(conditions(), related(), reads(), raw(), names()).flatMap(List::stream);
    }

    private static Call condition(String method, Function<String, Condition<Owner>> condition) {
        return value(
                method,
                (mapper, text) ->
                        mapper.from(Owner.class).where(condition.apply(text)).all());
    }

    private static List<Call> conditions() {
        return List.of(
                condition("EntityColumn.eq", Owner_.NAME::eq),
                condition("EntityColumn.ne", Owner_.NAME::ne),
                condition("EntityColumn.in", text -> Owner_.NAME.in(List.of(text, "b"))),
                condition("EntityColumn.notIn", text -> Owner_.NAME.notIn(List.of(text))),
                condition("ComparableColumn.lt", Owner_.NAME::lt),
                condition("ComparableColumn.le", Owner_.NAME::le),
                condition("ComparableColumn.gt", Owner_.NAME::gt),
                condition("ComparableColumn.ge", Owner_.NAME::ge),
                condition("ComparableColumn.between", text -> Owner_.NAME.between(text, text)),
                condition("TextColumn.like", Owner_.NAME::like),
                condition("TextColumn.likeIgnoreCase", Owner_.NAME::likeIgnoreCase),
                condition("TextColumn.contains", Owner_.NAME::contains),
                condition("TextColumn.containsIgnoreCase", Owner_.NAME::containsIgnoreCase),
                condition("TextColumn.startsWith", Owner_.NAME::startsWith),
                condition("TextColumn.endsWith", Owner_.NAME::endsWith),
                condition("Aggregate.is", text -> Owner_.ITEMS.max(Item_.TEXT).is(ComparisonOperator.EQUAL, text)),
                value(
                        "GroupValue.is",
                        (mapper, text) -> mapper.from(Owner.class)
                                .groupBy(Owner_.NAME)
                                .having(Owner_.NAME.max().is(ComparisonOperator.EQUAL, text))
                                .all()));
    }

    private static List<Call> related() {
        return List.of(
                value(
                        "Relation.is",
                        (mapper, text) -> mapper.from(Item.class)
                                .where(Item_.OWNER.is(Owner.of(text, "x")))
                                .all()),
                value(
                        "Relation.isNot",
                        (mapper, text) -> mapper.from(Item.class)
                                .where(Item_.OWNER.isNot(Owner.of(text, "x")))
                                .all()),
                value(
                        "RelationSteps.whereRelated",
                        (mapper, text) -> mapper.from(Item.class)
                                .whereRelated(Item_.OWNER, Owner.of(text, "x"))
                                .all()),
                value(
                        "RelationSteps.whereNotRelated",
                        (mapper, text) -> mapper.from(Item.class)
                                .whereNotRelated(Item_.OWNER, Owner.of(text, "x"))
                                .all()),
                value(
                        "PreloadOperations.preload",
                        (mapper, text) -> mapper.preload(List.of(Owner.of(text, "x")), Owner_.ITEMS)
                                .concatWith(mapper.preload(List.of(Owner.of(text, "x")), Owner_.TAGS))
                                .concatWith(mapper.preload(List.of(Owner.of(text, "x")), Owner_.BADGE))),
                value(
                        "PreloadOperations.aggregate",
                        (mapper, text) -> mapper.aggregate(List.of(Owner.of(text, "x")), Owner_.ITEMS.count())),
                value(
                        "ReactiveMapper.related",
                        (mapper, text) -> mapper.related(Owner.class, text, Owner_.BADGE)
                                .find()
                                .thenMany(mapper.related(Owner.class, text, Owner_.ITEMS)
                                        .query()
                                        .all())
                                .thenMany(mapper.related(Owner.class, text, Owner_.TAGS)
                                        .query()
                                        .all())));
    }

    private static List<Call> reads() {
        return List.of(
                value(
                        "ReactiveMapper.find",
                        (mapper, text) -> mapper.find(Owner.class, text).then(mapper.find(Label.class, text, text))),
                value("ReactiveMapper.get", (mapper, text) -> mapper.get(Owner.class, text)),
                value(
                        "EntitySelect.find",
                        (mapper, text) -> mapper.from(Owner.class).find(text)),
                value(
                        "EntitySelect.get",
                        (mapper, text) -> mapper.from(Owner.class).get(text)),
                value(
                        "PagedSelect.scroll",
                        (mapper, text) -> mapper.from(Owner.class)
                                .orderBy(Owner_.NAME.asc())
                                .scroll(2, text)),
                value(
                        "ReplicaOperations.notBefore",
                        (mapper, text) -> mapper.from(Owner.class).all().contextWrite(mapper.notBefore(text))),
                value("Connections.builder", (mapper, text) -> pool(() -> Connections.builder(text))),
                value("Connections.pool", (mapper, text) -> pool(() -> Connections.pool(text))));
    }

    /** A URL that is refused creates no pool. */
    private static Publisher<?> pool(Runnable create) {
        return Mono.fromRunnable(create);
    }

    private static List<Call> raw() {
        return List.of(
                value(
                        "SqlStatement.bind",
                        (mapper, text) -> mapper.sql("select * from owners where name = :v")
                                .bind("v", text)
                                .as(Owner.class)
                                .all()
                                .thenMany(mapper.sql("select * from owners where name = any(:v)")
                                        .bind("v", SqlTypes.list(SqlTypes.STRING), List.of(text))
                                        .as(Owner.class)
                                        .all())),
                condition(
                        "RawSql.bind",
                        text -> RawSql.unsafeSql("name = :v").bind("v", text).condition()),
                name(
                        "SqlStatement.bind",
                        (mapper, text) ->
                                mapper.sql("select :v").bind(text, "x").execute()),
                name(
                        "SqlStatement.bindNull",
                        (mapper, text) -> mapper.sql("select :v")
                                .bindNull(text, String.class)
                                .execute()),
                name(
                        "RawSql.bindNull",
                        (mapper, text) -> mapper.from(Owner.class)
                                .where(RawSql.unsafeSql("name = :v")
                                        .bindNull(text, String.class)
                                        .condition())
                                .all()));
    }

    private static List<Call> names() {
        return List.of(
                name(
                        "SqlRow.get",
                        (mapper, text) -> mapper.sql("select 'x' as a")
                                .map(row -> row.get(text, String.class))
                                .all()),
                name(
                        "SqlRow.getOrNull",
                        (mapper, text) -> mapper.sql("select 'x' as a")
                                .map(row -> String.valueOf(row.getOrNull(text, String.class)))
                                .all()),
                name(
                        "Aggregate.as",
                        (mapper, text) -> mapper.from(Owner.class)
                                .with(Owner_.ITEMS.count().as(text))
                                .all()),
                name("Aggregated.get", (mapper, text) -> counted(mapper).map(row -> row.get(text, Long.class))),
                name(
                        "Aggregated.getOrNull",
                        (mapper, text) -> counted(mapper).map(row -> String.valueOf(row.getOrNull(text, Long.class)))),
                name(
                        "SqlTypes.named",
                        (mapper, text) -> mapper.sql("select :v::text")
                                .bind("v", SqlTypes.named(SqlTypes.STRING, text), "x")
                                .execute()),
                name(
                        "SqlTypes.enumAs",
                        (mapper, text) -> mapper.sql("select :v::text")
                                .bind("v", SqlTypes.enumAs(ComparisonOperator.class, text), ComparisonOperator.EQUAL)
                                .execute()),
                name(
                        "SqlTypes.json",
                        (mapper, text) -> mapper.sql("select :v::text")
                                .bind("v", SqlTypes.json(List.class, List.class, text), List.of())
                                .execute()));
    }

    private static Flux<Aggregated<Owner>> counted(ReactiveMapper mapper) {
        return mapper.from(Owner.class).with(Owner_.ITEMS.count()).all();
    }
}
