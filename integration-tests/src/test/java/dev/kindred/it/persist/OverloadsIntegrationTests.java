package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.HasOneOperations;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** The overloads of a method do the same. */
class OverloadsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create unique index users_email on users (email)")
            .resetBefore(Schema.EMPTY, Schema.users(3));

    private static final ChunkOptions CHUNKS_OF_TWO = ChunkOptions.defaults().size(2);
    private static final ConflictTarget<User> EMAIL = ConflictTarget.of(User_.EMAIL);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private static List<User> users(String... emails) {
        return Arrays.stream(emails).map(User::of).toList();
    }

    private void assertWritten(Flux<User> write, int statements, String... emails) {
        recorder.clear();
        assertThat(write.map(User::email).collectList().block()).containsExactly(emails);
        assertThat(recorder.count()).isEqualTo(statements);
    }

    @Test
    void aCollectionIsInserted() {
        assertWritten(mapper.insertAll(users("a", "b", "c")), 1, "a", "b", "c");
        assertWritten(mapper.insertAll(users("d", "e", "f"), CHUNKS_OF_TWO), 2, "d", "e", "f");
        assertWritten(mapper.insertAll(List.of()), 0);
    }

    @Test
    void aCollectionIsInsertedWithChildren() {
        assertWritten(
                mapper.insertAll(users("a", "b"), User_.PROFILE, user -> Profile.of(null, user.email())), 4, "a", "b");
        assertWritten(
                mapper.insertAll(
                        users("c", "d", "e"), User_.PROFILE, user -> Profile.of(null, user.email()), CHUNKS_OF_TWO),
                8,
                "c",
                "d",
                "e");
        assertThat(mapper.from(Profile.class).count().block()).isEqualTo(8);
    }

    @Test
    void aCollectionIsInsertedWhereAbsent() {
        mapper.insert(User.of("b")).block();

        assertWritten(mapper.insertAllIfAbsent(users("a", "b")), 1, "a");
        assertWritten(mapper.insertAllIfAbsent(users("a", "b", "c"), CHUNKS_OF_TWO), 2, "c");
        assertWritten(mapper.insertAllIfAbsent(users("c", "d"), EMAIL), 1, "d");
        assertWritten(mapper.insertAllIfAbsent(users("d", "e", "f"), EMAIL, CHUNKS_OF_TWO), 2, "e", "f");
    }

    @Test
    void aCollectionIsUpdatedUpsertedAndDeleted() {
        List<User> stored = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();
        String[] emails = stored.stream().map(User::email).toArray(String[]::new);

        assertWritten(mapper.updateAll(stored, CHUNKS_OF_TWO), 2, emails);
        assertWritten(mapper.upsertAll(stored), 1, emails);
        assertWritten(mapper.upsertAll(stored, CHUNKS_OF_TWO), 2, emails);
        assertWritten(mapper.upsertAll(users(emails), EMAIL), 1, emails);
        assertWritten(mapper.upsertAll(users(emails), EMAIL, CHUNKS_OF_TWO), 2, emails);
        assertWritten(mapper.upsertAll(Flux.fromIterable(stored), CHUNKS_OF_TWO), 2, emails);
        assertWritten(mapper.upsertAll(Flux.fromIterable(users(emails)), EMAIL), 1, emails);
        database.postgres().execute("delete from profiles");
        assertThat(mapper.deleteAll(stored.subList(0, 1)).block()).isEqualTo(1);
        assertThat(mapper.deleteAll(stored, CHUNKS_OF_TWO).block()).isEqualTo(2);
    }

    @Test
    void aCollectionIsCopied() {
        List<User> given = List.of(new User(101L, "a", null), new User(102L, "b", null));

        assertThat(mapper.copyIn(given.subList(0, 1)).block()).isEqualTo(1);
        assertThat(mapper.copyIn(given.subList(1, 2), CHUNKS_OF_TWO).block()).isEqualTo(1);
        assertThat(mapper.get(User.class, 102L).block().email()).isEqualTo("b");
    }

    @Test
    void aCollectionIsCopiedWhenTheMethodIsCalled() {
        List<User> given = new ArrayList<>(users("a"));
        Flux<User> write = mapper.insertAll(given);
        given.add(User.of("b"));

        assertWritten(write, 1, "a");
        assertThatNullPointerException()
                .isThrownBy(() -> mapper.deleteAll(Arrays.asList(User.of("x"), null)))
                .withMessageContaining("entities");
    }

    @Test
    void severalColumnsAreSet() {
        Profile changed = mapper.update(Profile.class, 1L)
                .set(Profile_.NAME.set("a"), Profile_.TELEPHONE.set("1"))
                .execute()
                .block();
        assertThat(changed).extracting(Profile::name, Profile::telephone).containsExactly("a", "1");

        assertThat(mapper.update(Profile.class)
                        .set(Profile_.NAME.set("b"), Profile_.TELEPHONE.set("2"), Profile_.LOCALE.set("si"))
                        .where(Profile_.ID.eq(1L))
                        .execute()
                        .block())
                .isEqualTo(1);
        assertThat(mapper.get(Profile.class, 1L).block())
                .extracting(Profile::name, Profile::telephone, Profile::locale)
                .containsExactly("b", "2", "si");
    }

    @Test
    void aRelationTakesOneToThreeValues() {
        HasOneOperations<User, Profile> profile =
                mapper.related(mapper.insert(User.of("new")).block(), User_.PROFILE);

        assertThat(profile.create(Profile_.NAME.set("a"), Profile_.TELEPHONE.set("1"), Profile_.LOCALE.set("si"))
                        .block()
                        .locale())
                .isEqualTo("si");
        assertThat(profile.update(Profile_.NAME.set("b"), Profile_.TELEPHONE.set("2"), Profile_.LOCALE.set("en"))
                        .block()
                        .telephone())
                .isEqualTo("2");
        assertThat(profile.matching(Profile_.NAME.set("b"), Profile_.TELEPHONE.set("2"), Profile_.LOCALE.set("en"))
                        .firstOrCreate(List.of())
                        .block()
                        .name())
                .isEqualTo("b");
        assertThat(profile.updateOrCreate(
                                Profile_.NAME.set("c"), Profile_.TELEPHONE.set("3"), Profile_.LOCALE.set("si"))
                        .block()
                        .name())
                .isEqualTo("c");
    }

    @Test
    void twoRelationsArePreloaded() {
        List<Profile> all = mapper.from(Profile.class)
                .preload(Profile_.USER, Profile_.AVATAR)
                .all()
                .collectList()
                .block();

        assertThat(all).hasSize(3).allSatisfy(profile -> {
            assertThat(Relations.stateOf(profile.user())).isInstanceOf(RelationState.Loaded.class);
            assertThat(Relations.stateOf(profile.avatar()).isLoaded()).isTrue();
        });
    }
}
