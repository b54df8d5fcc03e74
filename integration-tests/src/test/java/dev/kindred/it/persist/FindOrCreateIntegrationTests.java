package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Assignment;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Tag("any-jdk")
class FindOrCreateIntegrationTests {

    private static final int CALLERS = 64;
    private static final int ROUNDS = 200;
    private static final String INDEX = "create unique index profiles_user on profiles (user_id)";
    private static final String NO_INDEX = "drop index if exists profiles_user";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create unique index profiles_telephone on profiles (telephone)")
            .resetBefore(Schema.EMPTY, NO_INDEX);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private User user;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        user = mapper.insert(User.of("user")).block();
        recorder.clear();
    }

    private static void index(boolean unique) {
        database.postgres().execute(unique ? INDEX : NO_INDEX);
    }

    private long profiles() {
        return database.postgres().queryLong("select count(*) from profiles");
    }

    static Stream<Arguments> operations() {
        BiFunction<ReactiveMapper, Call, Mono<Profile>> firstOrCreate =
                (mapper, call) -> mapper.related(call.user, User_.PROFILE).firstOrCreate(call.payload());
        BiFunction<ReactiveMapper, Call, Mono<Profile>> createOrFirst =
                (mapper, call) -> mapper.related(call.user, User_.PROFILE).createOrFirst(call.payload());
        BiFunction<ReactiveMapper, Call, Mono<Profile>> updateOrCreate =
                (mapper, call) -> mapper.related(call.user, User_.PROFILE).updateOrCreate(call.payload());
        return Stream.of(true, false)
                .flatMap(unique -> Stream.of(
                        Arguments.of("firstOrCreate", unique, firstOrCreate),
                        Arguments.of("createOrFirst", unique, createOrFirst),
                        Arguments.of("updateOrCreate", unique, updateOrCreate)));
    }

    /** The values of one of many concurrent callers, in two columns that must match. */
    private record Call(User user, int caller) {

        List<Assignment<Profile>> payload() {
            return List.of(Profile_.NAME.set("caller " + caller), Profile_.LOCALE.set("l" + caller));
        }
    }

    @ParameterizedTest(name = "{0}, unique index: {1}")
    @MethodSource("operations")
    void manyCallersAtOnceEndWithOneRowAndNoError(
            String name, boolean unique, BiFunction<ReactiveMapper, Call, Mono<Profile>> operation) {
        index(unique);
        for (int round = 0; round < ROUNDS / 2; round++) {
            User owner = mapper.insert(User.of("round " + round)).block();
            List<Profile> results = Flux.range(0, CALLERS)
                    .flatMap(
                            caller -> operation
                                    .apply(mapper, new Call(owner, caller))
                                    .subscribeOn(Schedulers.parallel()),
                            CALLERS)
                    .collectList()
                    .block();

            Set<Long> ids = results.stream().map(Profile::id).collect(Collectors.toSet());
            assertThat(results).hasSize(CALLERS);
            assertThat(ids).hasSize(1);
            assertThat(database.postgres().queryLong("select count(*) from profiles where user_id = " + owner.id()))
                    .isEqualTo(1);
            assertThat(database
                            .postgres()
                            .queryOne("select name, locale from profiles where user_id = " + owner.id())
                            .values()
                            .stream()
                            .map(value -> value.toString().replaceAll("\\D", "")))
                    .hasSize(2)
                    .satisfies(both -> assertThat(both.get(0)).isEqualTo(both.get(1)));
        }
    }

    @ParameterizedTest(name = "{0}, unique index: {1}")
    @MethodSource("operations")
    void theTransactionsOfTheCallersStayUsable(
            String name, boolean unique, BiFunction<ReactiveMapper, Call, Mono<Profile>> operation) {
        index(unique);
        List<Profile> results = Flux.range(0, CALLERS)
                .flatMap(
                        caller -> operation
                                .apply(mapper, new Call(user, caller))
                                .flatMap(profile -> mapper.insert(User.of("after " + caller))
                                        .thenReturn(profile))
                                .as(mapper::transactional)
                                .subscribeOn(Schedulers.parallel()),
                        CALLERS)
                .collectList()
                .block();

        assertThat(results)
                .hasSize(CALLERS)
                .extracting(Profile::id)
                .containsOnly(results.get(0).id());
        assertThat(profiles()).isEqualTo(1);
        assertThat(database.postgres().queryLong("select count(*) from users where email like 'after%'"))
                .isEqualTo(CALLERS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExistingRowIsReturnedWithoutSubscribingToThePayload(boolean unique) {
        index(unique);
        Profile there = mapper.related(user, User_.PROFILE)
                .create(Profile_.NAME.set("there"))
                .block();
        recorder.clear();
        AtomicInteger asked = new AtomicInteger();

        Profile found = mapper.related(user, User_.PROFILE)
                .firstOrCreate(() -> {
                    asked.incrementAndGet();
                    return List.of(Profile_.NAME.set("other"));
                })
                .block();

        assertThat(found).isEqualTo(there);
        assertThat(asked).hasValue(0);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aNewRowHoldsWhatWasSearchedForAndThePayload() {
        index(true);
        Profile created = mapper.related(user, User_.PROFILE)
                .matching(Profile_.LOCALE.set("si"), Profile_.NAME.set("searched"))
                .firstOrCreate(Profile_.NAME.set("searched"), Profile_.TELEPHONE.set("1"))
                .block();

        assertThat(created.locale()).isEqualTo("si");
        assertThat(created.name()).isEqualTo("searched");
        assertThat(created.telephone()).isEqualTo("1");
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                                + " \"user_id\" ="
                                + " $1 AND (\"locale\" = $2 AND \"name\" = $3) ORDER BY \"id\" ASC LIMIT $4",
                        "INSERT INTO \"profiles\" (\"user_id\", \"name\", \"telephone\", \"locale\") VALUES ($1,"
                                + " $2, $3, $4) ON CONFLICT"
                                + " (\"user_id\") DO NOTHING RETURNING \"id\", \"user_id\", \"name\", \"telephone\","
                                + " \"locale\"");
    }

    @Test
    void updateOrCreateUpdatesAnExistingRowWithOneStatement() {
        index(true);
        mapper.related(user, User_.PROFILE).create(Profile_.NAME.set("there")).block();
        recorder.clear();

        Profile updated = mapper.related(user, User_.PROFILE)
                .updateOrCreate(Profile_.TELEPHONE.set("1"))
                .block();

        assertThat(updated.telephone()).isEqualTo("1");
        assertThat(updated.name()).isEqualTo("there");
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void updateOrCreateOfASearchedRowLeavesOthersAlone() {
        mapper.insert(Profile.of(user.id(), "english")).block();

        Profile created = mapper.related(user, User_.PROFILE)
                .matching(Profile_.LOCALE.set("si"))
                .updateOrCreate(Profile_.NAME.set("sinhala"))
                .block();
        Profile updated = mapper.related(user, User_.PROFILE)
                .matching(Profile_.LOCALE.set("si"))
                .updateOrCreate(Profile_.NAME.set("changed"))
                .block();

        assertThat(created.locale()).isEqualTo("si");
        assertThat(updated.id()).isEqualTo(created.id());
        assertThat(database.postgres().query("select name from profiles order by id"))
                .extracting(row -> row.get("name"))
                .containsExactly("english", "changed");
    }

    @Test
    void aRowThatTheIndexFindsAndTheSearchDoesNotIsAnError() {
        index(true);
        mapper.related(user, User_.PROFILE).create(Profile_.NAME.set("english")).block();

        for (Mono<Profile> write : List.of(
                mapper.related(user, User_.PROFILE)
                        .matching(Profile_.LOCALE.set("si"))
                        .firstOrCreate(Profile_.NAME.set("a")),
                mapper.related(user, User_.PROFILE)
                        .matching(Profile_.LOCALE.set("si"))
                        .updateOrCreate(Profile_.NAME.set("a")))) {
            assertThatThrownBy(write::block)
                    .isInstanceOf(UniqueViolationException.class)
                    .hasMessageStartingWith("User 1 already has a profile");
        }
        assertThat(profiles()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theViolationOfAnotherUniqueIndexIsItself(boolean unique) {
        index(unique);
        mapper.insert(new Profile(null, null, "other", "555", "en", null, null)).block();

        for (Mono<Profile> write : List.of(
                mapper.related(user, User_.PROFILE)
                        .firstOrCreate(Profile_.NAME.set("a"), Profile_.TELEPHONE.set("555")),
                mapper.related(user, User_.PROFILE)
                        .createOrFirst(Profile_.NAME.set("a"), Profile_.TELEPHONE.set("555")),
                mapper.related(user, User_.PROFILE)
                        .updateOrCreate(Profile_.NAME.set("a"), Profile_.TELEPHONE.set("555")))) {
            assertThatThrownBy(write::block).isInstanceOfSatisfying(UniqueViolationException.class, violation -> {
                assertThat(violation.constraint()).isEqualTo("profiles_telephone");
                assertThat(violation.relation()).isNull();
            });
        }
        assertThat(profiles()).isEqualTo(1);
    }

    @Test
    void anUnsavedParentIsInsertedWithItsChild() {
        for (BiFunction<ReactiveMapper, User, Mono<Profile>> operation :
                List.<BiFunction<ReactiveMapper, User, Mono<Profile>>>of(
                        (m, u) -> m.related(u, User_.PROFILE).firstOrCreate(Profile_.NAME.set("a")),
                        (m, u) -> m.related(u, User_.PROFILE).createOrFirst(Profile_.NAME.set("a")),
                        (m, u) -> m.related(u, User_.PROFILE).updateOrCreate(Profile_.NAME.set("a")))) {
            recorder.clear();
            assertThat(operation.apply(mapper, User.of("new")).block().userId()).isNotNull();
            assertThat(recorder.count()).isEqualTo(1);
        }
        assertThat(profiles()).isEqualTo(3);
    }

    @Test
    void whetherThereIsAUniqueIndexIsFoundOutOnce() {
        mapper.related(user, User_.PROFILE)
                .firstOrCreate(Profile_.NAME.set("a"))
                .block();
        assertThat(recorder.count()).isEqualTo(7);
        User second = mapper.insert(User.of("second")).block();
        recorder.clear();

        mapper.related(second, User_.PROFILE)
                .firstOrCreate(Profile_.NAME.set("a"))
                .block();

        assertThat(recorder.texts())
                .hasSize(6)
                .noneMatch(text -> text.contains("ON CONFLICT"))
                .anyMatch(text -> text.endsWith("FOR NO KEY UPDATE"));
    }
}
