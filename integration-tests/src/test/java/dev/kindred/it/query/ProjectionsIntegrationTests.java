package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.error.NonUniqueResultException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProjectionsIntegrationTests {

    private record Contact(String name, @Nullable String telephone, String locale) {}

    private record Login(Long id, String email) {}

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        database.postgres().execute(Schema.users(3));
        database.postgres().execute("update profiles set telephone = null where id = 2");
    }

    @Test
    void oneColumnIsReadAsItsValues() {
        assertThat(mapper.from(User.class)
                        .where(User_.ID.gt(1L))
                        .orderBy(User_.ID.desc())
                        .project(User_.EMAIL)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("user3@example.org", "user2@example.org");
        assertThat(recorder.texts())
                .containsExactly("SELECT \"email\" FROM \"users\" WHERE \"id\" > $1 ORDER BY \"id\" DESC");
    }

    @Test
    void severalColumnsAreGivenToAConstructor() {
        assertThat(mapper.from(User.class)
                        .project(User_.ID, User_.EMAIL, Login::new)
                        .first()
                        .block())
                .isEqualTo(new Login(1L, "user1@example.org"));
        assertThat(mapper.from(Profile.class)
                        .orderBy(Profile_.ID.asc())
                        .limit(2)
                        .project(
                                List.of(Profile_.NAME, Profile_.TELEPHONE, Profile_.LOCALE),
                                row -> new Contact(
                                        row.get(Profile_.NAME),
                                        row.getOrNull(Profile_.TELEPHONE),
                                        row.get(Profile_.LOCALE)))
                        .all()
                        .collectList()
                        .block())
                .containsExactly(new Contact("name 1", "555-1", "en"), new Contact("name 2", null, "en"));
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"email\" FROM \"users\" LIMIT $1",
                        "SELECT \"name\", \"telephone\", \"locale\" FROM \"profiles\" ORDER BY \"id\" ASC LIMIT $1");
    }

    @Test
    void distinctReadsEachValueOnce() {
        assertThat(mapper.from(Profile.class)
                        .project(Profile_.LOCALE)
                        .distinct()
                        .all()
                        .collectList()
                        .block())
                .containsExactly("en");
        assertThat(mapper.from(Profile.class)
                        .project(Profile_.LOCALE)
                        .distinct()
                        .one()
                        .block())
                .isEqualTo("en");
        assertThat(recorder.texts().get(0)).isEqualTo("SELECT DISTINCT \"locale\" FROM \"profiles\"");
    }

    @Test
    void distinctValuesThatAreSortedByOthersOrLockedAreAnErrorBeforeAnyStatement() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.from(Profile.class)
                        .orderBy(Profile_.ID.asc())
                        .project(Profile_.LOCALE)
                        .distinct()
                        .all()
                        .collectList()
                        .block())
                .withMessageContaining("distinct values of [Profile.locale]")
                .withMessageContaining("Sort by these columns");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.from(Profile.class)
                        .forUpdate()
                        .project(Profile_.LOCALE)
                        .distinct()
                        .first()
                        .block())
                .withMessageContaining("Leave out distinct() or the lock");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aNullInAValueThatCannotBeEmittedIsAnError() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.from(Profile.class)
                        .project(Profile_.TELEPHONE)
                        .all()
                        .collectList()
                        .block())
                .withMessageContaining("Profile.telephone")
                .withMessageContaining("isNotNull()");
    }

    @Test
    void ofNoRowsNothingComesAndOfTwoOneIsAnError() {
        assertThat(mapper.from(User.class)
                        .where(User_.ID.eq(99L))
                        .project(User_.EMAIL)
                        .first()
                        .blockOptional())
                .isEmpty();
        assertThat(mapper.related(User.of("unsaved"), User_.PROFILE)
                        .query()
                        .project(Profile_.NAME)
                        .distinct()
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThatExceptionOfType(NonUniqueResultException.class)
                .isThrownBy(
                        () -> mapper.from(User.class).project(User_.EMAIL).one().block())
                .withMessageContaining("User");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void conditionsOnRelationsHoldForProjectionsToo() {
        assertThat(mapper.from(User.class)
                        .whereHas(User_.PROFILE, p -> p.where(Profile_.TELEPHONE.isNull()))
                        .project(User_.EMAIL)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("user2@example.org");
    }
}
