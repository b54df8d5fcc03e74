package dev.kindred.it.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindred.error.DataException;
import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.LockNotAvailableException;
import dev.kindred.error.MapperException;
import dev.kindred.error.MappingException;
import dev.kindred.error.StatementException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Condition;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The details of errors besides their message. */
class ErrorDetailsIntegrationTests {

    private static final int MOST = 65_535;

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create unique index on profiles (user_id)")
            .resetBefore(Schema.EMPTY, Schema.users(2));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private static <T extends Throwable> T failure(Class<T> type, Publisher<?> work) {
        return catchThrowableOfType(type, () -> Flux.from(work).blockLast());
    }

    @Test
    void aViolationNamesTheMembersOnEveryWrite() {
        User user = mapper.get(User.class, 1L).block();
        User other = mapper.insert(User.of("other")).block();
        Profile second = Profile.of(user.id(), "second");

        for (Publisher<?> work : List.<Publisher<?>>of(
                mapper.insert(second),
                mapper.insertAll(Flux.just(second)),
                mapper.copyIn(Flux.just(second)),
                mapper.related(user, User_.PROFILE).create(Profile_.NAME.set("b")),
                mapper.related(second, Profile_.USER).associate(user),
                mapper.related(other, User_.PROFILE)
                        .create(Profile_.NAME.set("c"))
                        .then(mapper.update(Profile.class)
                                .where(Profile_.NAME.eq("c"))
                                .set(Profile_.USER_ID.set(user.id()))
                                .execute()))) {
            UniqueViolationException error = failure(UniqueViolationException.class, work);

            assertThat(error).as("the error of %s", work).isNotNull();
            assertThat(error.columns()).containsExactly("user_id");
            assertThat(error.members()).containsExactly("userId");
            assertThat(error.getMessage()).contains(" Statement: ");
            assertThat(error.summary()).isNotEmpty().doesNotContain("Statement", "INSERT", "UPDATE", "COPY");
        }
    }

    @Test
    void valuesThatDoNotFitAndLocksHaveTypesOfTheirOwn() {
        for (String sql : List.of("select 1 / 0", "select cast('x' as int)", "select cast(99999 as int2)")) {
            StatementException error =
                    failure(DataException.class, mapper.sql(sql).execute());

            assertThat(error.sqlState()).startsWith("22");
            assertThat(error.summary()).doesNotContain("select");
        }
        Mono<Long> locked = mapper.transactional(mapper.sql("select 1 from users for update")
                .execute()
                .then(mapper.requiresNew(
                        mapper.sql("select 1 from users for update nowait").execute())));

        assertThat(failure(LockNotAvailableException.class, locked).sqlState()).isEqualTo("55P03");
    }

    @Test
    void aMissingRowNamesEntityAndKey() {
        EntityNotFoundException got = failure(EntityNotFoundException.class, mapper.get(User.class, 4711L));
        EntityNotFoundException updated =
                failure(EntityNotFoundException.class, mapper.update(new User(4711L, "a", null)));

        for (EntityNotFoundException error : List.of(got, updated)) {
            assertThat(error.entity()).isEqualTo(User.class);
            assertThat(error.key()).isEqualTo(4711L);
            assertThat(error.summary()).doesNotContain("4711");
        }
    }

    @Test
    void moreBindsThanOneStatementTakesAreRefusedBeforeItIsSent() {
        Condition<User> many = User_.ID.ne(0L);
        for (long i = 1; i <= MOST; i *= 2) {
            many = many.or(many);
        }

        for (Publisher<?> work : List.<Publisher<?>>of(
                mapper.from(User.class).where(many).all(),
                mapper.from(User.class).where(many).count(),
                mapper.delete(User.class).where(many).execute(),
                mapper.transactional(mapper.from(User.class).where(many).count()))) {
            MapperException error = failure(MappingException.class, work);

            assertThat(error.getMessage()).contains("65536", "65535").hasSizeLessThan(3000);
        }
        assertThat(recorder.texts()).allMatch(text -> text.equals("BEGIN") || text.equals("ROLLBACK"));
        assertThat(mapper.from(User.class).count().block()).isEqualTo(2);
    }
}
