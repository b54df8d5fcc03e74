package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Aggregate;
import dev.kindred.query.Aggregated;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Slice;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.PagedSelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Users 1 to 5, each with one profile. */
class PagesIntegrationTests {

    private static final String USERS = "SELECT \"id\", \"email\" FROM \"users\"";
    private static final String ROWS = USERS + " ORDER BY \"id\" ASC LIMIT $1 OFFSET $2";
    private static final String COUNT = "SELECT count(*) FROM \"users\"";
    private static final String PROFILES =
            "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                    + " \"user_id\" = ANY($1)"
                    + " ORDER BY \"id\" ASC";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(5));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    private EntitySelect<User> users() {
        return mapper.from(User.class);
    }

    private static List<Long> ids(List<User> users) {
        return users.stream().map(User::id).toList();
    }

    @Test
    void aFullPageTakesASecondStatementToCount() {
        Mono<Page<User>> page = users().page(PageRequest.of(1, 2));
        assertThat(recorder.count()).isZero();

        Page<User> second = page.block();

        assertThat(ids(second.rows())).containsExactly(3L, 4L);
        assertThat(second.total()).isEqualTo(5);
        assertThat(second.totalPages()).isEqualTo(3);
        assertThat(second.hasNext()).isTrue();
        assertThat(recorder.texts()).containsExactly(ROWS, COUNT);
    }

    @Test
    void aPageThatIsNotFullTellsTheNumberByItself() {
        Page<User> first = users().page(PageRequest.first(6)).block();
        Page<User> last = users().page(PageRequest.of(2, 2)).block();

        assertThat(first.total()).isEqualTo(5);
        assertThat(ids(last.rows())).containsExactly(5L);
        assertThat(last.total()).isEqualTo(5);
        assertThat(last.hasNext()).isFalse();
        assertThat(recorder.texts()).containsExactly(ROWS, ROWS);
    }

    @Test
    void aPageBehindTheLastOneIsEmptyAndCounted() {
        Page<User> page = users().page(PageRequest.of(9, 2)).block();

        assertThat(page.rows()).isEmpty();
        assertThat(page.total()).isEqualTo(5);
        assertThat(recorder.texts()).containsExactly(ROWS, COUNT);
    }

    @Test
    void theFirstPageOfNothingIsEmpty() {
        Page<User> page = users().where(User_.EMAIL.eq("nobody"))
                .page(PageRequest.first(2))
                .block();

        assertThat(page).isEqualTo(new Page<>(List.of(), PageRequest.first(2), 0));
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void theCountHasTheConditionsOfTheRows() {
        Page<User> page = users().where(User_.ID.gt(1L))
                .orderBy(User_.EMAIL.desc())
                .page(PageRequest.first(3))
                .block();

        assertThat(ids(page.rows())).containsExactly(5L, 4L, 3L);
        assertThat(page.total()).isEqualTo(4);
        assertThat(recorder.texts())
                .containsExactly(
                        USERS + " WHERE \"id\" > $1 ORDER BY \"email\" DESC, \"id\" DESC LIMIT $2 OFFSET $3",
                        COUNT + " WHERE \"id\" > $1");
    }

    @Test
    void rowsThatAreSortedAlikeStandOnOnePage() {
        database.postgres().execute("update users set email = 'same'");
        EntitySelect<User> sorted = users().orderBy(User_.EMAIL.asc());

        assertThat(ids(sorted.page(PageRequest.of(0, 3)).block().rows())).containsExactly(1L, 2L, 3L);
        assertThat(ids(sorted.page(PageRequest.of(1, 3)).block().rows())).containsExactly(4L, 5L);
    }

    @Test
    void preloadsAreThoseOfThePage() {
        Page<User> page =
                users().preload(User_.PROFILE).page(PageRequest.first(2)).block();

        assertThat(page.rows())
                .allMatch(user -> Relations.stateOf(user.profile()).isLoaded());
        assertThat(recorder.texts()).containsExactly(ROWS, PROFILES, COUNT);
        assertThat(recorder.executions().get(1).rows()).isEqualTo(2);
    }

    @Test
    void aSliceIsOneStatement() {
        Slice<User> first = users().slice(PageRequest.first(2)).block();
        Slice<User> second = users().slice(first.request().next()).block();
        Slice<User> third = users().slice(second.request().next()).block();

        assertThat(List.of(ids(first.rows()), ids(second.rows()), ids(third.rows())))
                .containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L));
        assertThat(List.of(first.hasNext(), second.hasNext(), third.hasNext())).containsExactly(true, true, false);
        assertThat(recorder.texts()).containsExactly(ROWS, ROWS, ROWS);
        assertThat(recorder.executions().get(0).rows()).isEqualTo(3);
    }

    @Test
    void aSliceThatEndsWithTheLastRowHasNoNext() {
        assertThat(users().slice(PageRequest.first(5)).block().hasNext()).isFalse();
        assertThat(users().slice(PageRequest.of(7, 5)).block().rows()).isEmpty();
    }

    @Test
    void aSlicePreloadsItsRowsOnly() {
        Slice<User> slice =
                users().preload(User_.PROFILE).slice(PageRequest.first(2)).block();

        assertThat(slice.rows())
                .allMatch(user -> Relations.stateOf(user.profile()).isLoaded());
        assertThat(recorder.texts()).containsExactly(ROWS, PROFILES);
        assertThat(recorder.executions().get(1).rows()).isEqualTo(2);
    }

    @Test
    void valuesOfRelatedRowsComeWithAPage() {
        Aggregate<User, Long> profiles = User_.PROFILE.count();

        Page<Aggregated<User>> page = users().with(profiles)
                .orderBy(profiles.desc())
                .page(PageRequest.first(2))
                .block();

        assertThat(page.total()).isEqualTo(5);
        assertThat(page.rows()).map(row -> row.entity().id()).containsExactly(5L, 4L);
        assertThat(page.rows()).map(row -> row.get(profiles)).containsExactly(1L, 1L);
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"t0\".\"id\", \"t0\".\"email\", (SELECT count(*) FROM \"profiles\" AS \"t1\" WHERE"
                                + " \"t1\".\"user_id\" = \"t0\".\"id\") FROM \"users\" AS \"t0\" ORDER BY 3 DESC,"
                                + " \"t0\".\"id\" DESC LIMIT $1 OFFSET $2",
                        COUNT);
        assertThat(users().with(profiles).slice(PageRequest.first(5)).block().hasNext())
                .isFalse();
    }

    @Test
    void aPageIsReadInTheTransactionOfItsSubscriber() {
        Page<User> page = mapper.insert(User.of("new"))
                .then(users().page(PageRequest.of(2, 2)))
                .as(mapper::transactional)
                .block();

        assertThat(page.total()).isEqualTo(6);
        assertThat(recorder.texts().get(0)).startsWith("BEGIN");
    }

    @Test
    void aQueryWithALimitOfItsOwnHasNoPages() {
        for (EntitySelect<User> query : List.of(users().limit(3), users().offset(3))) {
            for (Mono<?> result : results(query)) {
                assertThatExceptionOfType(MappingException.class)
                        .isThrownBy(result::block)
                        .withMessage("The query for User has a limit or an offset, but a page sets both. Remove"
                                + " limit(..) and offset(..).");
            }
        }
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aRelationToOneRowHasNoPages() {
        User user = users().orderBy(User_.ID.asc()).first().block();
        Profile orphan = Profile.of(null, "orphan");
        recorder.clear();

        for (PagedSelect<?> query : List.<PagedSelect<?>>of(
                mapper.related(user, User_.PROFILE).query(),
                mapper.related(user, User_.PROFILE).query().withCount(Profile_.AVATAR),
                mapper.related(User.of("new"), User_.PROFILE).query(),
                mapper.related(User.of("new"), User_.PROFILE).query().withCount(Profile_.AVATAR))) {
            for (Mono<?> result : results(query)) {
                assertThatExceptionOfType(MappingException.class)
                        .isThrownBy(result::block)
                        .withMessage("The query for Profile is of a relation to one row, which has no pages. Use"
                                + " first() or one().");
            }
        }
        for (Mono<?> result : results(mapper.related(orphan, Profile_.USER).query())) {
            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(result::block)
                    .withMessageStartingWith("The query for User is of a relation to one row");
        }
        assertThat(recorder.count()).isZero();
    }

    @Test
    void argumentsAreCheckedAtOnce() {
        User unsaved = User.of("new");
        for (PagedSelect<?> query : List.<PagedSelect<?>>of(
                users(), mapper.related(unsaved, User_.PROFILE).query())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> query.scroll(0))
                    .withMessage("size must be positive, but is 0");
            assertThatNullPointerException().isThrownBy(() -> query.page(null)).withMessage("request must not be null");
            assertThatNullPointerException()
                    .isThrownBy(() -> query.slice(null))
                    .withMessage("request must not be null");
        }
    }

    private static List<Mono<?>> results(PagedSelect<?> query) {
        return List.of(query.page(PageRequest.first(1)), query.slice(PageRequest.first(1)), query.scroll(1));
    }
}
