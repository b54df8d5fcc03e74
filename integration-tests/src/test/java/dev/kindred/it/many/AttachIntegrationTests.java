package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.RelationKeyMissingException;
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

/** Attach and detach through many-to-many relations, with a pool of one connection. */
class AttachIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Account one;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        one = mapper.get(Account.class, 1L).block();
        recorder.clear();
    }

    private static String rows(String query) {
        return (String) database.postgres()
                .queryOne("select coalesce(string_agg(r::text, ' '), '') as rows from (" + query + ") r")
                .get("rows");
    }

    private static String badges() {
        return rows("select badge_id from account_badge where account_id = 1 order by 1");
    }

    private Squad squad(long id) {
        Squad squad = mapper.get(Squad.class, id).block();
        recorder.clear();
        return squad;
    }

    @Test
    void attachAddsThePairsThatDoNotExistInOneStatement() {
        LinkChanges first = mapper.related(one, Account_.BADGES)
                .attachKeys(List.of(3, 1L, 3L))
                .block();

        assertThat(first.attached()).containsExactly(3L, 1L);
        assertThat(first.unchanged()).isEmpty();
        assertThat(recorder.count()).isEqualTo(1);
        LinkChanges second = mapper.related(one, Account_.BADGES)
                .attach(List.of(new Badge(1, "a"), new Badge(2, "b")))
                .block();
        assertThat(second.attached()).containsExactly(2L);
        assertThat(second.unchanged()).containsExactly(1L);
        assertThat(badges()).isEqualTo("(1) (2) (3)");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void aPivotWithAnEntityGetsItsAuditTimesItsVersionAndItsValues() {
        LinkChanges changes = mapper.related(one, Account_.SQUADS)
                .attachLinks(
                        List.of(Link.to(squad(1), Seat_.ROLE.set("owner")), Link.toKey(2, Seat_.ROLE.set("guest"))))
                .block();

        assertThat(changes.attached()).containsExactly(1L, 2L);
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(rows("select squad_id, role, version, since = changed, since > '2020-01-01' from seats"
                        + " where account_id = 1 order by 1"))
                .isEqualTo("(1,owner,0,t,t) (2,guest,0,t,t)");
        assertThat(rows("select id from accounts where changed_at > '2020-01-01'"))
                .isEqualTo("(1)");
    }

    @Test
    void anAttachedPairKeepsItsValuesAndTouchesNothing() {
        LinkChanges changes = mapper.related(mapper.get(Account.class, 2L).block(), Account_.SQUADS)
                .attachLink(Link.toKey(1L, Seat_.ROLE.set("owner")))
                .block();

        assertThat(changes.unchanged()).containsExactly(1L);
        assertThat(changes.isUnchanged()).isTrue();
        assertThat(rows("select role, version from seats where squad_id = 1")).isEqualTo("(member,0)");
        assertThat(rows("select id from accounts where changed_at > '2020-01-01'"))
                .isEmpty();
    }

    @Test
    void aDoubledKeyWithValuesIsAnErrorBeforeAnyStatement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.related(one, Account_.SQUADS)
                        .attachLinks(List.of(Link.toKey(1L, Seat_.ROLE.set("a")), Link.toKey(1, Seat_.ROLE.set("b"))))
                        .block())
                .withMessageContaining("same key 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.related(one, Account_.SQUADS)
                        .attachLinks(List.of(Link.toKey(1L, Seat_.ROLE.set("a")), Link.toKey(2, Seat_.POSITION.set(1))))
                        .block())
                .withMessageContaining("same columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.related(one, Account_.SQUADS)
                        .attachLink(Link.toKey(1L, Seat_.ACCOUNT_ID.set(2L)))
                        .block())
                .withMessageContaining("part of the pair");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.related(one, Account_.BADGES)
                        .attachKeys(List.of("1"))
                        .block());
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aParentWithoutAKeyIsAnErrorThatNamesTheMember() {
        Account unsaved = Account_.draft("new").build();

        for (Mono<LinkChanges> write : List.of(
                mapper.related(unsaved, Account_.BADGES).attachKeys(List.of(1L)),
                mapper.related(unsaved, Account_.BADGES).detachKeys(List.of()),
                mapper.related(unsaved, Account_.BADGES).detachAll(),
                mapper.related(unsaved, Account_.BADGES).syncKeys(List.of()),
                mapper.related(unsaved, Account_.BADGES).toggleKeys(List.of(1L)))) {
            assertThatExceptionOfType(RelationKeyMissingException.class)
                    .isThrownBy(write::block)
                    .withMessageContaining("Account.badges")
                    .withMessageContaining("Account.id");
        }
        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> mapper.related(one, Account_.SQUADS)
                        .attach(Squad_.draft("new").build())
                        .block())
                .withMessageContaining("Squad.id");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aCollisionAndAMissingRowLeaveTheTransactionOpen() {
        mapper.transactional(mapper.related(one, Account_.BADGES)
                        .attachKeys(List.of(1L))
                        .then(mapper.related(one, Account_.BADGES).attachKeys(List.of(1L, 2L)))
                        .then(mapper.related(one, Account_.BADGES)
                                .attachKeys(List.of(4L, 99L))
                                .onErrorResume(ForeignKeyViolationException.class, e -> Mono.empty()))
                        .then(mapper.related(one, Account_.BADGES).attachKeys(List.of(3L))))
                .block();

        assertThat(badges()).isEqualTo("(1) (2) (3)");
        assertThatExceptionOfType(ForeignKeyViolationException.class)
                .isThrownBy(() -> mapper.related(one, Account_.BADGES)
                        .attachKeys(List.of(99L))
                        .block())
                .withMessageContaining("Account.badges");
    }

    @Test
    void detachRemovesPairsOfThisParentOnly() {
        mapper.related(one, Account_.BADGES).attachKeys(List.of(1L, 2L, 3L, 4L)).block();
        recorder.clear();

        assertThat(mapper.related(one, Account_.BADGES)
                        .detachKeys(List.of())
                        .block()
                        .detached())
                .isEmpty();
        assertThat(recorder.count()).isZero();
        LinkChanges changes = mapper.related(one, Account_.BADGES)
                .detachKeys(List.of(2L, 1L, 7L))
                .block();
        assertThat(changes.detached()).containsExactly(2L, 1L);
        assertThat(changes.unchanged()).isEmpty();
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(badges()).isEqualTo("(3) (4)");
        assertThat(mapper.related(one, Account_.BADGES).detachAll().block().detached())
                .containsExactlyInAnyOrder(3L, 4L);
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(badges()).isEmpty();
        assertThat(database.postgres().queryLong("select count(*) from account_badge"))
                .isEqualTo(3);
    }

    @Test
    void aDetachedPivotWithASoftDeleteIsMarkedAndAnAttachRestoresIt() {
        mapper.related(one, Account_.VISITED)
                .attachLink(Link.toKey(1L, Visit_.NOTE.set("first")))
                .block();
        LinkChanges gone =
                mapper.related(one, Account_.VISITED).detachKeys(List.of(1L)).block();
        LinkChanges again =
                mapper.related(one, Account_.VISITED).detachKeys(List.of(1L)).block();

        assertThat(gone.detached()).containsExactly(1L);
        assertThat(again.detached()).isEmpty();
        assertThat(rows("select note, left_at is null from visits where account_id = 1"))
                .isEqualTo("(first,f)");
        recorder.clear();
        LinkChanges back =
                mapper.related(one, Account_.VISITED).attachKeys(List.of(1L)).block();
        LinkChanges known =
                mapper.related(one, Account_.VISITED).attachKeys(List.of(1L)).block();
        assertThat(back.attached()).containsExactly(1L);
        assertThat(known.unchanged()).containsExactly(1L);
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(rows("select note, left_at is null from visits where account_id = 1"))
                .isEqualTo("(first,t)");
    }

    @Test
    void aPairThatTheRelationHidesStays() {
        mapper.related(one, Account_.SQUADS).attachKeys(List.of(7L, 8L)).block();

        assertThat(mapper.related(one, Account_.SQUADS)
                        .detachKeys(List.of(7L, 8L))
                        .block()
                        .detached())
                .containsExactly(7L);
        assertThat(rows("select squad_id from seats where account_id = 1")).isEqualTo("(8)");
    }

    @Test
    void withoutAUniqueIndexTheParentIsLocked() {
        LinkChanges first =
                mapper.related(one, Account_.LOOSE).attachKeys(List.of(1L, 2L)).block();
        recorder.clear();
        LinkChanges second =
                mapper.related(one, Account_.LOOSE).attachKeys(List.of(2L, 3L)).block();

        assertThat(first.attached()).containsExactly(1L, 2L);
        assertThat(second.attached()).containsExactly(3L);
        assertThat(second.unchanged()).containsExactly(2L);
        // begin, the lock, the write, commit
        assertThat(recorder.count()).isEqualTo(4);
        assertThat(rows("select badge_id from loose_badge order by 1")).isEqualTo("(1) (2) (3)");
    }

    @Test
    void theLoadedPivotsOfTheParentAreReadAgain() {
        assertThat(one.seats().collectList().block()).isEmpty();

        mapper.related(one, Account_.SQUADS).attachKeys(List.of(1L)).block();

        assertThat(one.seats().map(Seat::squadId).collectList().block()).containsExactly(1L);
    }
}
