package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.ReactiveMapper;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** A step or a method has the same name and the same meaning wherever it exists. */
class UniformStepsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        database.postgres().execute(Schema.users(3));
        database.postgres().execute("delete from profiles where user_id = 2");
    }

    private static <T> List<T> list(Flux<T> rows) {
        return Objects.requireNonNull(rows.collectList().block());
    }

    @Test
    void getFailsWithoutARowAndFindCompletesEmpty() {
        var absent = mapper.related(User.class, 2L, User_.PROFILE);
        var present = mapper.related(User.class, 1L, User_.PROFILE);

        assertThat(absent.find().blockOptional()).isEmpty();
        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> absent.get().block())
                .withMessageContaining("find()");
        assertThat(present.get().block()).isEqualTo(present.find().block());
        assertThat(recorder.texts()).hasSize(4);
    }

    @Test
    void bulkWritesAreFilteredByARelationAsReadsAre() {
        assertThat(mapper.update(User.class)
                        .set(User_.EMAIL.set("lonely"))
                        .doesntHave(User_.PROFILE)
                        .execute()
                        .block())
                .isEqualTo(1L);
        assertThat(mapper.delete(Profile.class)
                        .whereHas(Profile_.USER, user -> user.where(User_.ID.eq(3L)))
                        .execute()
                        .block())
                .isEqualTo(1L);

        assertThat(list(mapper.from(User.class)
                        .where(User_.EMAIL.eq("lonely"))
                        .project(User_.ID)
                        .all()))
                .containsExactly(2L);
        assertThat(list(mapper.from(Profile.class).project(Profile_.USER_ID).all()))
                .containsExactly(1L);
        assertThat(recorder.texts()).hasSize(4);
        assertThat(recorder.texts().get(0)).contains("NOT EXISTS (SELECT");
        assertThat(recorder.texts().get(1)).contains("EXISTS (SELECT");
    }

    @Test
    void aModelIsAcceptedBesideAClass() {
        assertThat(list(mapper.from(User_.MODEL)
                        .where(User_.ID.gt(1L), User_.ID.lt(3L))
                        .project(User_.ID)
                        .all()))
                .containsExactly(2L);
        assertThat(list(mapper.from(User_.MODEL)
                        .where(User_.ID.gt(0L), User_.ID.lt(3L), User_.ID.ne(1L))
                        .orWhere(User_.ID.eq(3L))
                        .orderBy(User_.ID.asc())
                        .project(User_.ID)
                        .all()))
                .containsExactly(2L, 3L);
        assertThat(mapper.schema(User_.MODEL, Profile_.MODEL).ddl())
                .isEqualTo(mapper.schema(User.class, Profile.class).ddl());
    }

    @Test
    @SuppressWarnings("unchecked") // a proxy of the interface
    void aPreloadTakesOnlyTheQueryItGave() {
        PreloadQuery<Profile> foreign = (PreloadQuery<Profile>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreloadQuery.class}, (proxy, method, arguments) -> null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.from(User.class).preload(User_.PROFILE, profile -> foreign))
                .withMessageContaining("Return the argument of the callback");
        assertThat(recorder.texts()).isEmpty();
    }
}
