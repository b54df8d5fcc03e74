package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.LinkChanges;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Sync and toggle through many-to-many relations, with a pool of one connection. */
class SyncIntegrationTests {

    /** Begin, the lock of the parent, the write, commit. */
    private static final int STATEMENTS = 4;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Account two;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        two = mapper.get(Account.class, 2L).block();
        recorder.clear();
    }

    private static String rows(String query) {
        return (String) database.postgres()
                .queryOne("select coalesce(string_agg(r::text, ' '), '') as rows from (" + query + ") r")
                .get("rows");
    }

    private static String seats() {
        return rows("select squad_id, role, version from seats where account_id = 2 order by 1");
    }

    @Test
    void aSyncMakesTheListTheRowsOfTheParent() {
        database.postgres().execute("insert into account_badge values (1, 1), (1, 2)");

        LinkChanges changes = mapper.related(two, Account_.BADGES)
                .syncKeys(List.of(5, 2, 4, 2))
                .block();

        assertThat(changes.attached()).containsExactly(5L, 4L);
        assertThat(changes.unchanged()).containsExactly(2L);
        assertThat(changes.detached()).containsExactlyInAnyOrder(1L, 3L);
        assertThat(changes.updated()).isEmpty();
        assertThat(recorder.count()).isEqualTo(STATEMENTS);
        assertThat(rows("select * from account_badge order by 1, 2")).isEqualTo("(1,1) (1,2) (2,2) (2,4) (2,5)");
        assertThat(mapper.related(two, Account_.BADGES).sync(List.of()).block().detached())
                .hasSize(3);
        assertThat(rows("select * from account_badge order by 1, 2")).isEqualTo("(1,1) (1,2)");
    }

    @Test
    void syncsOfDifferentListsAndParentsHaveTheirOwnPairs() {
        Account one = mapper.get(Account.class, 1L).block();
        recorder.clear();

        for (List<Long> keys : List.of(List.of(1L, 2L, 3L), List.of(2L, 4L), List.of(5L), List.<Long>of())) {
            mapper.related(two, Account_.BADGES).syncKeys(keys).block();
            mapper.related(one, Account_.BADGES).syncKeys(List.of(5L, 1L)).block();

            assertThat(rows("select badge_id from account_badge where account_id = 2 order by 1"))
                    .isEqualTo(String.join(
                            " ", keys.stream().map(key -> "(" + key + ")").toList()));
            assertThat(rows("select badge_id from account_badge where account_id = 1 order by 1"))
                    .isEqualTo("(1) (5)");
        }
        assertThat(recorder.count()).isEqualTo(8 * STATEMENTS);
        mapper.related(two, Account_.BADGES).attachKeys(List.of(1L, 2L)).block();
        mapper.related(one, Account_.BADGES).attachKeys(List.of(3L, 4L)).block();
        mapper.related(two, Account_.BADGES).detachKeys(List.of(1L, 3L)).block();
        mapper.related(one, Account_.BADGES).detachKeys(List.of(5L, 3L)).block();
        assertThat(rows("select * from account_badge order by 1, 2")).isEqualTo("(1,1) (1,4) (2,2)");
    }

    @Test
    void aSyncWithoutAChangeWritesNothing() {
        String before = rows("select ctid, xmin, seats.* from seats order by squad_id");
        String parents = rows("select id, ctid, xmin, changed_at from accounts order by id");

        LinkChanges keys =
                mapper.related(two, Account_.SQUADS).syncKeys(List.of(1, 2, 3)).block();
        LinkChanges values = mapper.related(two, Account_.SQUADS)
                .syncLinks(List.of(
                        Link.toKey(3, Seat_.ROLE.set("member")),
                        Link.toKey(2, Seat_.ROLE.set("member")),
                        Link.toKey(1, Seat_.ROLE.set("member"))))
                .block();

        assertThat(keys.isUnchanged()).isTrue();
        assertThat(values.isUnchanged()).isTrue();
        assertThat(values.unchanged()).containsExactly(3L, 2L, 1L);
        assertThat(rows("select ctid, xmin, seats.* from seats order by squad_id"))
                .isEqualTo(before);
        assertThat(rows("select id, ctid, xmin, changed_at from accounts order by id"))
                .isEqualTo(parents);
    }

    @Test
    void onlyThePairWithAChangedValueIsWritten() {
        LinkChanges changes = mapper.related(two, Account_.SQUADS)
                .syncLinks(List.of(
                        Link.toKey(1, Seat_.ROLE.set("member")),
                        Link.toKey(2, Seat_.ROLE.set("owner")),
                        Link.toKey(4, Seat_.ROLE.set("guest"))))
                .block();

        assertThat(changes.updated()).containsExactly(2L);
        assertThat(changes.unchanged()).containsExactly(1L);
        assertThat(changes.attached()).containsExactly(4L);
        assertThat(changes.detached()).containsExactly(3L);
        assertThat(recorder.count()).isEqualTo(STATEMENTS);
        assertThat(seats()).isEqualTo("(1,member,0) (2,owner,1) (4,guest,0)");
        assertThat(rows("select squad_id from seats where changed > '2020-01-01' order by 1"))
                .isEqualTo("(2) (4)");
        assertThat(rows("select squad_id from seats where since > '2020-01-01' order by 1"))
                .isEqualTo("(4)");
        assertThat(rows("select id from accounts where changed_at > '2020-01-01'"))
                .isEqualTo("(2)");
    }

    @Test
    void withoutDetachingTheOtherPairsStay() {
        LinkChanges changes = mapper.related(two, Account_.SQUADS)
                .syncLinksWithoutDetaching(
                        List.of(Link.toKey(2, Seat_.ROLE.set("owner")), Link.toKey(4, Seat_.ROLE.set("owner"))))
                .block();

        assertThat(changes.updated()).containsExactly(2L);
        assertThat(changes.attached()).containsExactly(4L);
        assertThat(seats()).isEqualTo("(1,member,0) (2,owner,1) (3,member,0) (4,owner,0)");
        recorder.clear();
        assertThat(mapper.related(two, Account_.SQUADS)
                        .syncWithoutDetaching(List.of())
                        .block()
                        .isUnchanged())
                .isTrue();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aToggleRemovesWhatExistsAndAddsTheOthers() {
        LinkChanges changes =
                mapper.related(two, Account_.SQUADS).toggleKeys(List.of(1, 4)).block();

        assertThat(changes.detached()).containsExactly(1L);
        assertThat(changes.attached()).containsExactly(4L);
        assertThat(recorder.count()).isEqualTo(STATEMENTS);
        assertThat(seats()).isEqualTo("(2,member,0) (3,member,0) (4,member,0)");
        assertThat(mapper.related(two, Account_.SQUADS)
                        .toggleKeys(List.of())
                        .block()
                        .isUnchanged())
                .isTrue();
        assertThat(recorder.count()).isEqualTo(STATEMENTS);
    }

    @Test
    void hiddenPairsStay() {
        database.postgres().execute("insert into seats (account_id, squad_id, role) values (2, 8, 'hidden')");

        LinkChanges other =
                mapper.related(two, Account_.SQUADS).syncKeys(List.of(1)).block();
        LinkChanges same =
                mapper.related(two, Account_.SQUADS).syncKeys(List.of(8)).block();
        LinkChanges toggled =
                mapper.related(two, Account_.SQUADS).toggleKeys(List.of(8)).block();

        assertThat(other.detached()).containsExactlyInAnyOrder(2L, 3L);
        assertThat(same.detached()).containsExactly(1L);
        assertThat(same.unchanged()).containsExactly(8L);
        assertThat(toggled.unchanged()).containsExactly(8L);
        assertThat(seats()).isEqualTo("(8,hidden,0)");
    }

    @Test
    void aNewPairGetsTheUniqueValueOfARemovedOne() {
        database.postgres().execute("update seats set position = squad_id where account_id = 2");

        LinkChanges changes = mapper.related(two, Account_.SQUADS)
                .syncLinks(List.of(Link.toKey(4, Seat_.POSITION.set(1)), Link.toKey(2, Seat_.POSITION.set(3))))
                .block();

        assertThat(changes.attached()).containsExactly(4L);
        assertThat(changes.updated()).containsExactly(2L);
        assertThat(rows("select squad_id, position from seats where account_id = 2 order by 1"))
                .isEqualTo("(2,3) (4,1)");
    }

    @Test
    void pairsExchangeUniqueValues() {
        database.postgres().execute("update seats set position = squad_id where account_id = 2");

        LinkChanges changes = mapper.related(two, Account_.SQUADS)
                .syncLinks(List.of(
                        Link.toKey(1, Seat_.POSITION.set(2)),
                        Link.toKey(2, Seat_.POSITION.set(1)),
                        Link.toKey(3, Seat_.POSITION.set(3))))
                .block();

        assertThat(changes.updated()).containsExactly(1L, 2L);
        assertThat(changes.unchanged()).containsExactly(3L);
        assertThat(rows("select squad_id, position, version from seats where account_id = 2 order by 1"))
                .isEqualTo("(1,2,1) (2,1,1) (3,3,0)");
        mapper.related(two, Account_.SQUADS)
                .syncLinksWithoutDetaching(List.of(
                        Link.toKey(1, Seat_.POSITION.set(null)),
                        Link.toKey(2, Seat_.POSITION.set(3)),
                        Link.toKey(3, Seat_.POSITION.set(2))))
                .as(mapper::transactional)
                .block();
        assertThat(rows("select squad_id, position, version from seats where account_id = 2 order by 1"))
                .isEqualTo("(1,,2) (2,3,2) (3,2,1)");
    }

    @Test
    void aUniqueValueOfAnotherRowIsAnErrorWithTheRemedyAndNothingIsWritten() {
        database.postgres()
                .execute("update seats set position = squad_id where account_id = 2;"
                        + " insert into seats (account_id, squad_id, position) values (2, 8, 8)");

        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() -> mapper.related(two, Account_.SQUADS)
                        .syncLinks(List.of(Link.toKey(1, Seat_.POSITION.set(8)), Link.toKey(2, Seat_.POSITION.set(1))))
                        .block())
                .withMessageContaining("DEFERRABLE");
        assertThat(rows("select squad_id, position from seats where account_id = 2 order by 1"))
                .isEqualTo("(1,1) (2,2) (3,3) (8,8)");
    }

    @Test
    void aFailureLeavesEverythingAndTheTransactionOpen() {
        mapper.transactional(mapper.related(two, Account_.BADGES)
                        .syncKeys(List.of(5, 99))
                        .onErrorResume(ForeignKeyViolationException.class, e -> Mono.empty())
                        .then(mapper.related(two, Account_.BADGES).attachKeys(List.of(6))))
                .block();
        Account gone = Account_.draft("gone").set(Account_.ID, 77L).build();

        assertThat(rows("select badge_id from account_badge order by 1")).isEqualTo("(1) (2) (3) (6)");
        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> mapper.related(gone, Account_.BADGES)
                        .syncKeys(List.of(1))
                        .block())
                .withMessageContaining("Account.badges");
    }

    @Test
    void softDeletedPivotsAreMarkedAndRestored() {
        LinkChanges first = mapper.related(two, Account_.VISITED)
                .syncLinks(List.of(Link.toKey(1, Visit_.NOTE.set("a"))))
                .block();
        LinkChanges second = mapper.related(two, Account_.VISITED)
                .syncLinks(List.of(Link.toKey(1, Visit_.NOTE.set("a")), Link.toKey(2, Visit_.NOTE.set("b"))))
                .block();
        LinkChanges third =
                mapper.related(two, Account_.VISITED).toggleKeys(List.of(1, 3)).block();

        assertThat(first.updated()).containsExactly(1L);
        assertThat(first.detached()).containsExactlyInAnyOrder(2L, 3L);
        assertThat(second.attached()).containsExactly(2L);
        assertThat(second.unchanged()).containsExactly(1L);
        assertThat(third.attached()).containsExactly(3L);
        assertThat(third.detached()).containsExactly(1L);
        assertThat(rows("select squad_id, note, left_at is null from visits where account_id = 2 order by 1"))
                .isEqualTo("(1,a,f) (2,b,t) (3,,t)");
    }

    @Test
    void withoutAUniqueIndexTheOutcomeIsTheSame() {
        mapper.related(two, Account_.LOOSE).syncKeys(List.of(1, 2)).block();
        mapper.related(two, Account_.LOOSE).syncKeys(List.of(2, 3)).block();
        mapper.related(two, Account_.LOOSE).toggleKeys(List.of(3, 4)).block();

        assertThat(rows("select badge_id from loose_badge order by 1")).isEqualTo("(2) (4)");
    }
}
