package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** A relation with a unique foreign key has at most one row, so it needs no order. */
class UniqueForeignKeyIntegrationTests {

    /** Has at most one badge. */
    @Table("guests")
    record Guest(
            @Id @GeneratedValue @Nullable Long id,
            String name,
            @HasOne @Nullable Mono<Badge> badge) {}

    /** Belongs to one guest, as its only badge. */
    @Table("badges")
    record Badge(
            @Id @GeneratedValue @Nullable Long id,
            @Column(unique = true) @Nullable Long guestId,
            String code,
            @BelongsTo @Nullable Mono<Guest> guest) {}

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.of(Guest.class, Badge.class).ddl())
            .resetBefore("truncate guests, badges restart identity");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        database.postgres().execute("""
                insert into guests (name) select 'g' || n from generate_series(1, 5) n;
                insert into badges (guest_id, code) values (2, 'b2'), (5, 'b5'), (1, 'b1'), (null, 'none');
                """);
    }

    @Test
    void anOwnerThatWasFoundThroughItsChildKnowsThatChild() {
        Badge badge = mapper.find(Badge.class, 1L).block();

        assertThat(badge.guest().flatMap(Guest::badge).block()).isSameAs(badge);
        assertThat(recorder.count()).isEqualTo(2);
    }

    private List<String> codes(List<Guest> guests) {
        return guests.stream()
                .map(guest -> Relations.stateOf(guest.badge()).getOrNull())
                .map(badge -> badge == null ? "-" : badge.code())
                .toList();
    }

    @Test
    void thePreloadNeedsNoOrder() {
        List<Guest> guests = mapper.from(Guest.class)
                .preload(UniqueForeignKeyIntegrationTests_Guest_.BADGE)
                .orderBy(UniqueForeignKeyIntegrationTests_Guest_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(codes(guests)).containsExactly("b1", "b2", "-", "-", "b5");
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"name\" FROM \"guests\" ORDER BY \"id\" ASC",
                        "SELECT \"id\", \"guest_id\", \"code\" FROM \"badges\" WHERE \"guest_id\" = ANY($1)");
    }

    @Test
    void theJoinIsAPlainOne() {
        List<Guest> guests = mapper.from(Guest.class)
                .preload(UniqueForeignKeyIntegrationTests_Guest_.BADGE, badge -> badge.joined())
                .orderBy(UniqueForeignKeyIntegrationTests_Guest_.ID.asc())
                .limit(4)
                .all()
                .collectList()
                .block();

        assertThat(codes(guests)).containsExactly("b1", "b2", "-", "-");
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"t0\".\"id\", \"t0\".\"name\", \"j1\".\"id\", \"j1\".\"guest_id\", \"j1\".\"code\""
                                + " FROM \"guests\" AS \"t0\" LEFT JOIN \"badges\" AS \"j1\" ON"
                                + " \"j1\".\"guest_id\" = \"t0\".\"id\""
                                + " ORDER BY \"t0\".\"id\" ASC LIMIT 4");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "100, 100",
        "101, $1",
        "700, 700",
        "750, $1",
        "1000, 1000",
        "1100, $1",
        "9000, 9000",
        "11000, $1"
    })
    void theLimitOfAJoinIsInItsTextWhereItIsUsual(long limit, String text) {
        List<Guest> guests = mapper.from(Guest.class)
                .preload(UniqueForeignKeyIntegrationTests_Guest_.BADGE, badge -> badge.joined())
                .orderBy(UniqueForeignKeyIntegrationTests_Guest_.ID.asc())
                .limit(limit)
                .all()
                .collectList()
                .block();

        assertThat(guests).hasSize((int) Math.min(limit, 5));
        assertThat(recorder.texts()).hasSize(1);
        assertThat(recorder.texts().get(0)).endsWith(" LIMIT " + text);
    }

    @Test
    void aBoundOfThePageIsOneOfWhatIsJoined() {
        List<Guest> guests = mapper.from(Guest.class)
                .preload(UniqueForeignKeyIntegrationTests_Guest_.BADGE, badge -> badge.joined())
                .where(UniqueForeignKeyIntegrationTests_Guest_.ID.gt(1L))
                .where(UniqueForeignKeyIntegrationTests_Guest_.ID.le(3L))
                .orderBy(UniqueForeignKeyIntegrationTests_Guest_.ID.desc())
                .all()
                .collectList()
                .block();

        assertThat(codes(guests)).containsExactly("-", "b2");
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"t0\".\"id\", \"t0\".\"name\", \"j1\".\"id\", \"j1\".\"guest_id\", \"j1\".\"code\""
                                + " FROM \"guests\" AS \"t0\" LEFT JOIN \"badges\" AS \"j1\" ON"
                                + " \"j1\".\"guest_id\" = \"t0\".\"id\""
                                + " AND \"j1\".\"guest_id\" > $1 AND \"j1\".\"guest_id\" <= $2"
                                + " WHERE \"t0\".\"id\" > $3 AND \"t0\".\"id\" <= $4"
                                + " ORDER BY \"t0\".\"id\" DESC");
    }

    @Test
    void aStreamThatJoinsReadsEachChunkFromItsFirstRowOnInBothTables() {
        List<Guest> guests = mapper
                .from(Guest.class)
                .preload(UniqueForeignKeyIntegrationTests_Guest_.BADGE, badge -> badge.joined())
                .stream(2)
                .collectList()
                .block();

        assertThat(codes(guests)).containsExactly("b1", "b2", "-", "-", "b5");
        assertThat(recorder.texts()).hasSize(3);
        assertThat(recorder.texts().get(1)).contains("AND \"j1\".\"guest_id\" > $1 WHERE \"t0\".\"id\" > $2 ORDER BY");
    }

    @Test
    void conditionsOfAJoinNeverTakeAParentAway() {
        List<Guest> guests = mapper.from(Guest.class)
                .preload(
                        UniqueForeignKeyIntegrationTests_Guest_.BADGE,
                        badge -> badge.joined().where(UniqueForeignKeyIntegrationTests_Badge_.CODE.ne("b2")))
                .orderBy(UniqueForeignKeyIntegrationTests_Guest_.ID.desc())
                .all()
                .collectList()
                .block();

        assertThat(codes(guests)).containsExactly("b5", "-", "-", "-", "b1");
    }

    @Test
    void handlesAndTheQueryThroughOneParentFindTheSame() {
        List<String> codes = mapper.from(Guest.class)
                .orderBy(UniqueForeignKeyIntegrationTests_Guest_.ID.asc())
                .all()
                .concatMap(guest -> guest.badge().map(Badge::code).defaultIfEmpty("-"))
                .collectList()
                .block();
        Guest second = mapper.get(Guest.class, 2L).block();

        assertThat(codes).containsExactly("b1", "b2", "-", "-", "b5");
        assertThat(mapper.related(second, UniqueForeignKeyIntegrationTests_Guest_.BADGE)
                        .find()
                        .map(Badge::code)
                        .block())
                .isEqualTo("b2");
    }

    @Test
    void theSchemaHoldsToIt() {
        assertThat(mapper.schema(Guest.class, Badge.class).verify().block().findings())
                .isEmpty();
        database.postgres().execute("alter table badges drop constraint badges_guest_id_key");
        assertThat(mapper.schema(Guest.class, Badge.class).verify().block().findings())
                .isNotEmpty();
        database.postgres().execute("alter table badges add constraint badges_guest_id_key unique (guest_id)");
    }
}
