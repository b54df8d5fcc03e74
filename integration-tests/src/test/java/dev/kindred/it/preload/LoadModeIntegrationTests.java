package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** The load mode of a mapper, for the entities of each operation. */
class LoadModeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();

    private ReactiveMapper mapper(LoadMode mode) {
        return ReactiveMapper.builder(database.pool())
                .listener(recorder)
                .loadMode(mode)
                .build();
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("find", mapper -> mapper.find(User.class, 1L)),
                operation(
                        "query",
                        mapper ->
                                mapper.from(User.class).orderBy(User_.ID.asc()).first()),
                operation(
                        "stream",
                        mapper -> mapper.from(User.class).where(User_.ID.eq(1L)).stream()
                                .single()),
                operation(
                        "raw SQL",
                        mapper -> mapper.sql("select * from users where id = 1")
                                .as(User.class)
                                .one()),
                operation("insert", mapper -> mapper.insert(User.of("new@example.org"))),
                operation(
                        "insertAll",
                        mapper -> mapper.insertAll(List.of(User.of("new@example.org")))
                                .single()),
                operation("update", mapper -> mapper.update(new User(1L, "other@example.org", null))),
                operation(
                        "related",
                        mapper -> mapper.find(Profile.class, 1L)
                                .flatMap(profile ->
                                        mapper.related(profile, Profile_.USER).find())),
                operation(
                        "preload",
                        mapper -> mapper.from(Profile.class)
                                .where(Profile_.ID.eq(1L))
                                .preload(Profile_.USER)
                                .one()
                                .flatMap(Profile::user)),
                operation(
                        "joined preload",
                        mapper -> mapper.from(Profile.class)
                                .where(Profile_.ID.eq(1L))
                                .preload(Profile_.USER, preload -> preload.joined())
                                .one()
                                .flatMap(Profile::user)),
                operation(
                        "preload of entities",
                        mapper -> mapper.preload(
                                        List.of(new Profile(1L, 1L, "Ann", null, "en", null, null)), Profile_.USER)
                                .single()
                                .flatMap(Profile::user)));
    }

    private static Arguments operation(String name, Function<ReactiveMapper, Mono<User>> operation) {
        return Arguments.argumentSet(name, operation);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void forbidAppliesToTheEntitiesOf(Function<ReactiveMapper, Mono<User>> operation) {
        User user = operation.apply(mapper(LoadMode.FORBID)).block();
        recorder.clear();

        assertThatExceptionOfType(RelationNotLoadedException.class)
                .isThrownBy(() -> user.profile().block());
        assertThat(recorder.texts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void batchIsTheDefaultOf(Function<ReactiveMapper, Mono<User>> operation) {
        User user = operation.apply(mapper(LoadMode.BATCH)).block();
        recorder.clear();

        user.profile().block();
        assertThat(recorder.texts()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void singleLoadsEachEntityAlone() {
        List<User> users =
                mapper(LoadMode.SINGLE).from(User.class).all().collectList().block();
        recorder.clear();

        users.forEach(user -> user.profile().block());

        assertThat(recorder.texts()).hasSize(users.size());
    }

    @Test
    void theModeOfAQueryComesFirst() {
        User user = mapper(LoadMode.FORBID)
                .from(User.class)
                .where(User_.ID.eq(1L))
                .loading(LoadMode.BATCH)
                .one()
                .block();

        assertThat(user.profile().block()).isNotNull();
    }
}
