package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Runs the calls of the phrase book for repositories. */
class RepositoryPhrasesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES)
            .resetBefore(Schema.EMPTY, "insert into users (email) select 'user' || n from generate_series(1, 4) n");

    private final StatementRecorder recorder = new StatementRecorder();
    private final List<Long> ids = List.of(1L, 2L);
    private final String email = "user1";
    private Users users;

    @BeforeEach
    void repository() {
        users = ReactiveMapper.builder(database.newPool(1))
                .listener(recorder)
                .build()
                .repository(Users.class);
    }

    /** The number of values of each call is exact, and each call is one statement. */
    private void assertThatEachEmits(int values, List<Publisher<?>> calls) {
        assertThatEachEmits(values, 1, calls);
    }

    private void assertThatEachEmits(int values, int statements, List<Publisher<?>> calls) {
        for (Publisher<?> call : calls) {
            recorder.clear();
            assertThat(Flux.from(call).collectList().block()).hasSize(values);
            assertThat(recorder.count()).isEqualTo(statements);
        }
    }

    @Test
    void read() {
        assertThatEachEmits(
                1,
                List.of(
                        users.find(1L),
                        users.get(1L),
                        users.query().where(User_.ID.eq(1L)).exists(),
                        users.query().count(),
                        users.query().where(User_.EMAIL.eq(email)).one(),
                        users.byEmail(email)));
        assertThatEachEmits(2, List.of(users.query().where(User_.ID.in(ids)).all()));
        assertThatEachEmits(
                4,
                List.of(
                        users.query().all(),
                        users.query().orderBy(User_.EMAIL.asc()).all(),
                        users.stream(),
                        users.mapper()
                                .sql("select id, email from users")
                                .as(User.class)
                                .all()));
    }

    @Test
    void write() {
        User user = users.get(1L).block();
        List<User> several =
                users.query().where(User_.ID.in(ids)).all().collectList().block();

        assertThatEachEmits(2, 1, List.of(users.mapper().updateAll(several)));
        assertThatEachEmits(
                1,
                List.of(
                        users.save(new User(null, "jane@example.org", null)),
                        users.insert(new User(9L, "joe@example.org", null)),
                        users.update(user),
                        users.delete(user)));
        assertThatEachEmits(
                2, List.of(users.mapper().insertAll(List.of(new User(null, "a", null), new User(null, "b", null)))));
    }

    @Test
    void delete() {
        List<User> several =
                users.query().where(User_.ID.in(ids)).all().collectList().block();

        assertThat(users.mapper()
                        .delete(User.class)
                        .where(User_.ID.eq(3L))
                        .execute()
                        .block())
                .isEqualTo(1);
        assertThat(users.mapper().deleteAll(several).block()).isEqualTo(2);
        assertThat(users.mapper()
                        .delete(User.class)
                        .where(User_.ID.in(ids))
                        .execute()
                        .block())
                .isZero();
        assertThat(users.mapper().delete(User.class).everything().execute().block())
                .isEqualTo(1);
    }
}
