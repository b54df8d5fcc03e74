package dev.kindred.internal.render.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Assignment;
import dev.kindred.support.Booking;
import dev.kindred.support.Booking_;
import dev.kindred.support.HostileTexts;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders the same statement with a harmless and with a hostile value. The text must be the same. */
class HostileValueTests {

    private static final SelectQuery<User> USERS = SelectQuery.of(User_.MODEL);

    private static final Map<String, Function<String, Statement>> STATEMENTS = Map.ofEntries(
            Map.entry("eq", text -> USERS.where(User_.EMAIL.eq(text)).toSelect()),
            Map.entry("ne", text -> USERS.where(User_.EMAIL.ne(text)).toSelect()),
            Map.entry("lt", text -> USERS.where(User_.EMAIL.lt(text)).toSelect()),
            Map.entry(
                    "between",
                    text -> USERS.where(User_.EMAIL.between(text, text)).toSelect()),
            Map.entry(
                    "in",
                    text -> USERS.where(User_.EMAIL.in(List.of(text, text))).toSelect()),
            Map.entry(
                    "notIn",
                    text -> USERS.where(User_.EMAIL.notIn(List.of(text))).toSelect()),
            Map.entry("like", text -> USERS.where(User_.EMAIL.like(text)).toSelect()),
            Map.entry(
                    "likeIgnoreCase",
                    text -> USERS.where(User_.EMAIL.likeIgnoreCase(text)).toSelect()),
            Map.entry(
                    "contains", text -> USERS.where(User_.EMAIL.contains(text)).toSelect()),
            Map.entry(
                    "containsIgnoreCase",
                    text -> USERS.where(User_.EMAIL.containsIgnoreCase(text)).toSelect()),
            Map.entry(
                    "startsWith",
                    text -> USERS.where(User_.EMAIL.startsWith(text)).toSelect()),
            Map.entry(
                    "endsWith", text -> USERS.where(User_.EMAIL.endsWith(text)).toSelect()),
            Map.entry("insert", text -> new Insert(Nodes.of(User_.MODEL).table(), List.of(set(text)), List.of())),
            Map.entry(
                    "update",
                    text -> new Update(
                            Nodes.of(User_.MODEL).table(),
                            List.of(set(text)),
                            Nodes.of(User_.EMAIL.eq(text)),
                            Columns.references(User_.MODEL))),
            Map.entry("delete", text -> new Delete(Nodes.of(User_.MODEL).table(), Nodes.of(User_.EMAIL.eq(text)))),
            Map.entry("lazy load", text -> lazyLoad(Booking_.CODED, booking(text))),
            Map.entry("lazy load by two keys", text -> lazyLoad(Booking_.ROOM, booking(text))),
            Map.entry("preload", text -> preload(Booking_.CODED, booking(text))),
            Map.entry("preload by two keys", text -> preload(Booking_.ROOM, booking(text))));

    private static SetColumn set(String text) {
        Assignment<User> assignment = User_.EMAIL.set(text);
        return new SetColumn(Columns.reference(User_.EMAIL), new Parameter(User_.EMAIL.type(), assignment.value()));
    }

    private static Booking booking(String text) {
        return new Booking(1, text, 1L, text, null, null);
    }

    private static <E, R> Statement lazyLoad(dev.kindred.model.Relation<E, R> relation, E entity) {
        SelectQuery<R> query = PreloadStep.of(relation).queryFor(entity);
        assertThat(query).isNotNull();
        return query.toSelect();
    }

    private static <E, R> Statement preload(dev.kindred.model.Relation<E, R> relation, E entity) {
        KeyRows<E> keys = new KeyRows<>(relation.sourceKey());
        keys.add(entity);
        return PreloadStep.of(relation).queryFor(keys).toSelect();
    }

    static Stream<String> hostileTexts() {
        return HostileTexts.all();
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void aValueIsBoundAndNeverWrittenIntoTheText(String hostile) {
        STATEMENTS.forEach((kind, statement) -> {
            Rendered harmless = Rendered.of(statement.apply("harmless"));
            Rendered attacked = Rendered.of(statement.apply(hostile));

            assertThat(attacked.text()).as(kind).isEqualTo(harmless.text()).doesNotContain("canary", "harmless");
            assertThat(attacked.values()).as(kind).hasSameSizeAs(harmless.values());
            assertThat(attacked.values().toString()).as(kind).contains("canary");
        });
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noDescriptionOfAQueryShowsAValue(String hostile) {
        STATEMENTS.forEach((kind, statement) ->
                assertThat(statement.apply(hostile).toString()).as(kind).doesNotContain("canary"));
        assertThat(User_.EMAIL.set(hostile).toString()).doesNotContain("canary");
        assertThat(USERS.where(User_.EMAIL.eq(hostile)).toString()).doesNotContain("canary");
        assertThat(USERS.preload(User_.PROFILE, p -> p.where(dev.kindred.support.Profile_.NAME.eq(hostile)))
                        .toString())
                .doesNotContain("canary");
    }
}
