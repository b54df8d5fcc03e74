package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Room;
import dev.kindred.it.entity.Room_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.SortOrder;
import dev.kindred.query.Aggregated;
import dev.kindred.query.Window;
import dev.kindred.reactor.PagedSelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows of a query. See {@link ScrolledProfiles} for the rows. */
class ScrollIntegrationTests {

    private static final String PROFILES =
            "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\"";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES, KeySchema.TABLES)
            .resetBefore(Schema.EMPTY, KeySchema.EMPTY, ScrolledProfiles.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                        List.<SortOrder<Profile>>of(),
                        List.of(Profile_.NAME.asc()),
                        List.of(Profile_.NAME.desc()),
                        List.of(Profile_.TELEPHONE.asc()),
                        List.of(Profile_.TELEPHONE.desc()),
                        List.of(Profile_.TELEPHONE.asc().nullsFirst()),
                        List.of(Profile_.TELEPHONE.desc().nullsLast()),
                        List.of(Profile_.NAME.asc(), Profile_.LOCALE.desc()),
                        List.of(Profile_.TELEPHONE.desc(), Profile_.NAME.asc(), Profile_.ID.desc()),
                        List.of(Profile_.NAME.desc(), Profile_.TELEPHONE.asc().nullsFirst(), Profile_.USER_ID.desc()),
                        List.of(
                                Profile_.USER_ID.asc(),
                                Profile_.TELEPHONE.desc().nullsLast()))
                .flatMap(order -> Stream.of(1, 7, 60).map(size -> Arguments.of(order, size)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void scrollingThereAndBackGivesTheRowsOfTheQuery(List<SortOrder<Profile>> order, int size) {
        List<Profile> all = mapper.from(Profile.class)
                .orderBy(order)
                .orderBy(tieBreak(order))
                .all()
                .collectList()
                .block();
        PagedSelect<Profile> query = mapper.from(Profile.class).orderBy(order);

        List<Window<Profile>> windows = windows(query, size);

        assertThat(windows).flatMap(Window::rows).isEqualTo(all);
        assertThat(windows).hasSize((60 + size - 1) / size);
        assertThat(windows.get(0).hasPrevious()).isFalse();
        assertThat(backwards(query, size, windows.get(windows.size() - 1)))
                .isEqualTo(all.subList(
                        0, 60 - windows.get(windows.size() - 1).rows().size()));
    }

    /** The key has the direction of the last term. */
    private static List<SortOrder<Profile>> tieBreak(List<SortOrder<Profile>> order) {
        boolean down = !order.isEmpty()
                && Nodes.of(order.get(order.size() - 1)).direction()
                        == dev.kindred.internal.sql.Ordering.Direction.DESCENDING;
        return List.of(down ? Profile_.ID.desc() : Profile_.ID.asc());
    }

    private static <T> List<Window<T>> windows(PagedSelect<T> query, int size) {
        List<Window<T>> windows = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Window<T> window = query.scroll(size, cursor).block();
            windows.add(window);
            cursor = window.next();
        } while (cursor != null);
        return windows;
    }

    private static <T> List<T> backwards(PagedSelect<T> query, int size, Window<T> from) {
        List<T> rows = new ArrayList<>();
        @Nullable String cursor = from.previous();
        while (cursor != null) {
            Window<T> window = query.scroll(size, cursor).block();
            rows.addAll(0, window.rows());
            assertThat(window.hasNext()).isTrue();
            cursor = window.previous();
        }
        return rows;
    }

    @Test
    void eachWindowIsOneStatementOfOneTextAndItsValuesAreBound() {
        PagedSelect<Profile> query = mapper.from(Profile.class).orderBy(Profile_.NAME.asc());
        Window<Profile> first = query.scroll(25).block();
        Window<Profile> second = query.scroll(25, first.next()).block();
        query.scroll(25, second.next()).block();
        query.scroll(25, second.previous()).block();

        assertThat(recorder.texts())
                .containsExactly(
                        PROFILES + " ORDER BY \"name\" ASC, \"id\" ASC LIMIT $1",
                        PROFILES + " WHERE (\"name\", \"id\") > ($1, $2) ORDER BY \"name\" ASC, \"id\" ASC LIMIT $3",
                        PROFILES + " WHERE (\"name\", \"id\") > ($1, $2) ORDER BY \"name\" ASC, \"id\" ASC LIMIT $3",
                        PROFILES + " WHERE (\"name\", \"id\") < ($1, $2) ORDER BY \"name\" DESC, \"id\" DESC LIMIT $3");
        assertThat(recorder.executions().get(0).rows()).isEqualTo(26);
    }

    @Test
    void aWindowThatEndsWithTheLastRowHasNoNext() {
        Window<Profile> whole = mapper.from(Profile.class).scroll(60).block();
        Window<Profile> none = mapper.from(Profile.class)
                .where(Profile_.NAME.eq("nobody"))
                .scroll(3)
                .block();

        assertThat(whole.rows()).hasSize(60);
        assertThat(whole.hasNext()).isFalse();
        assertThat(none).isEqualTo(new Window<>(List.of(), null, null));
    }

    @Test
    void aKeyOfSeveralColumnsIsScrolledBy() {
        database.postgres().execute("""
                insert into rooms select b, n, 'room ' || n % 2 from unnest(array['east', 'north', 'west']) b, \
                generate_series(1, 4) n
                """);
        PagedSelect<Room> byKey = mapper.from(Room.class);
        PagedSelect<Room> byName = mapper.from(Room.class).orderBy(Room_.NAME.desc());

        assertThat(windows(byKey, 5))
                .flatMap(Window::rows)
                .map(room -> room.building() + room.number())
                .isSorted()
                .hasSize(12);
        assertThat(windows(byName, 5))
                .flatMap(Window::rows)
                .doesNotHaveDuplicates()
                .hasSize(12);
        assertThat(recorder.texts())
                .contains(
                        "SELECT \"building\", \"number\", \"name\" FROM \"rooms\" WHERE (\"building\","
                                + " \"number\") > ($1, $2)"
                                + " ORDER BY \"building\" ASC, \"number\" ASC LIMIT $3",
                        "SELECT \"building\", \"number\", \"name\" FROM \"rooms\" WHERE (\"name\", \"building\","
                                + " \"number\")"
                                + " < ($1, $2, $3) ORDER BY \"name\" DESC,"
                                + " \"building\" DESC, \"number\" DESC LIMIT $4");
    }

    @Test
    void preloadsAreThoseOfTheWindow() {
        database.postgres().execute(Schema.EMPTY);
        database.postgres().execute(Schema.users(4));

        Window<User> window =
                mapper.from(User.class).preload(User_.PROFILE).scroll(2).block();

        assertThat(window.rows())
                .allMatch(user -> Relations.stateOf(user.profile()).isLoaded());
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"email\" FROM \"users\" ORDER BY \"id\" ASC LIMIT $1",
                        PROFILES + " WHERE \"user_id\" = ANY($1) ORDER BY \"id\" ASC");
        assertThat(recorder.executions().get(1).rows()).isEqualTo(2);
    }

    @Test
    void columnsOfTheOrderAreReadAsWellAndConditionsStayInPlace() {
        PagedSelect<Profile> query = mapper.from(Profile.class)
                .select(Profile_.LOCALE)
                .where(Profile_.LOCALE.eq("en"))
                .orWhere(Profile_.LOCALE.eq("ta"))
                .orderBy(Profile_.NAME.asc());

        assertThat(windows(query, 16)).flatMap(Window::rows).hasSize(30);
        assertThat(recorder.texts().get(1))
                .isEqualTo("SELECT \"id\", \"name\", \"locale\" FROM \"profiles\" WHERE (\"locale\" = $1 OR"
                        + " \"locale\" = $2) AND"
                        + " (\"name\", \"id\") > ($3, $4) ORDER BY \"name\" ASC, \"id\" ASC LIMIT $5");
    }

    @Test
    void valuesOfRelatedRowsComeWithAWindowAndAreNotScrolledBy() {
        PagedSelect<Aggregated<Profile>> query = mapper.from(Profile.class).withCount(Profile_.AVATAR);

        assertThat(windows(query, 25))
                .flatMap(Window::rows)
                .map(row -> row.entity().id())
                .isSorted()
                .hasSize(60);
        recorder.clear();
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.from(Profile.class)
                        .orderBy(Profile_.AVATAR.count().desc())
                        .scroll(5)
                        .block())
                .withMessageStartingWith("scroll(..) needs an order of columns");
        assertThat(recorder.count()).isZero();
    }
}
