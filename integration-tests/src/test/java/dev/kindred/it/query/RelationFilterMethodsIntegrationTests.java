package dev.kindred.it.query;

import static dev.kindred.it.query.FilteredUsers.ORDER;
import static dev.kindred.it.query.FilteredUsers.PROFILES;
import static dev.kindred.it.query.FilteredUsers.SELECT;
import static dev.kindred.it.query.FilteredUsers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method that filters by a relation. See {@link FilteredUsers} for the rows. */
class RelationFilterMethodsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, FilteredUsers.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                method("has", q -> q.has(User_.PROFILE), 1, 2, 3),
                method("andHas", q -> q.where(User_.ID.ge(2L)).andHas(User_.PROFILE), 2, 3),
                method("orHas", q -> q.where(User_.ID.eq(6L)).orHas(User_.PROFILE), 1, 2, 3, 6),
                method("doesntHave", q -> q.doesntHave(User_.PROFILE), 4, 5, 6),
                method("andDoesntHave", q -> q.where(User_.ID.le(4L)).andDoesntHave(User_.PROFILE), 4),
                method("orDoesntHave", q -> q.where(User_.ID.eq(1L)).orDoesntHave(User_.PROFILE), 1, 4, 5, 6),
                method("whereHas", q -> q.whereHas(User_.PROFILE, p -> p.where(Profile_.TELEPHONE.isNotNull())), 1, 3),
                method(
                        "andWhereHas",
                        q -> q.where(User_.ID.ge(2L))
                                .andWhereHas(User_.PROFILE, p -> p.where(Profile_.TELEPHONE.isNotNull())),
                        3),
                method(
                        "orWhereHas",
                        q -> q.where(User_.ID.eq(6L)).orWhereHas(User_.PROFILE, p -> p.where(Profile_.NAME.eq("deux"))),
                        2,
                        6),
                method(
                        "whereDoesntHave",
                        q -> q.whereDoesntHave(User_.PROFILE, p -> p.where(Profile_.TELEPHONE.isNotNull())),
                        2,
                        4,
                        5,
                        6),
                method(
                        "andWhereDoesntHave",
                        q -> q.where(User_.ID.le(3L))
                                .andWhereDoesntHave(User_.PROFILE, p -> p.where(Profile_.NAME.eq("one"))),
                        2,
                        3),
                method(
                        "orWhereDoesntHave",
                        q -> q.where(User_.ID.eq(1L))
                                .orWhereDoesntHave(User_.PROFILE, p -> p.where(Profile_.ID.gt(0L))),
                        1,
                        4,
                        5,
                        6));
    }

    private static String exists(String conditions) {
        return "EXISTS (SELECT 1 " + PROFILES + conditions + ")";
    }

    private static String text(String method) {
        String id = "\"t0\".\"id\"";
        String name = " AND \"t1\".\"name\" = ";
        String telephone = " AND \"t1\".\"telephone\" IS NOT NULL";
        return switch (method) {
            case "has" -> exists("");
            case "andHas" -> id + " >= $1 AND " + exists("");
            case "orHas" -> id + " = $1 OR " + exists("");
            case "doesntHave" -> "NOT " + exists("");
            case "andDoesntHave" -> id + " <= $1 AND NOT " + exists("");
            case "orDoesntHave" -> id + " = $1 OR NOT " + exists("");
            case "whereHas" -> exists(telephone);
            case "andWhereHas" -> id + " >= $1 AND " + exists(telephone);
            case "orWhereHas" -> id + " = $1 OR " + exists(name + "$2");
            case "whereDoesntHave" -> "NOT " + exists(telephone);
            case "andWhereDoesntHave" -> id + " <= $1 AND NOT " + exists(name + "$2");
            case "orWhereDoesntHave" -> id + " = $1 OR NOT " + exists(" AND \"t1\".\"id\" > $2");
            default -> throw new IllegalArgumentException(method);
        };
    }

    private static Arguments method(String name, UnaryOperator<EntitySelect<User>> step, int... expected) {
        return Arguments.of(name, step, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void eachMethodFindsTheRightParentsAndEachOnce(
            String name, UnaryOperator<EntitySelect<User>> step, int[] expected) {
        assertThat(ids(step.apply(mapper.from(User.class)))).containsExactly(longs(expected));
        assertThat(recorder.texts()).containsExactly(SELECT + text(name) + ORDER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void eachMethodWorksForCountAndExistsToo(String name, UnaryOperator<EntitySelect<User>> step, int[] expected) {
        EntitySelect<User> query = step.apply(mapper.from(User.class));

        assertThat(query.count().block()).isEqualTo(expected.length);
        assertThat(query.exists().block()).isTrue();
        assertThat(recorder.texts().get(0)).startsWith("SELECT count(*) FROM \"users\" AS \"t0\" WHERE ");
        assertThat(recorder.texts().get(1)).startsWith("SELECT EXISTS (SELECT 1 FROM \"users\" AS \"t0\" WHERE ");
    }

    private static Long[] longs(int[] values) {
        return Arrays.stream(values).mapToObj(Long::valueOf).toArray(Long[]::new);
    }
}
