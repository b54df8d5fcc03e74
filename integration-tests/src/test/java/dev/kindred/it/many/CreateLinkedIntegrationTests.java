package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** New rows through a many-to-many relation and writes of pivots, with a pool of one connection. */
class CreateLinkedIntegrationTests {

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

    private static long count(String rows) {
        return database.postgres().queryLong("select count(*) from " + rows);
    }

    private static List<Squad> squads(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> Squad_.draft("new " + i).build())
                .toList();
    }

    @Test
    void aNewRowAndItsPairAreOneStatement() {
        Squad created = mapper.related(one, Account_.SQUADS)
                .create(Squad_.NAME.set("a"))
                .block();
        Squad other = mapper.related(one, Account_.SQUADS)
                .create(List.of(Squad_.NAME.set("b")), List.of(Seat_.ROLE.set("owner")))
                .block();
        Badge badge =
                mapper.related(one, Account_.BADGES).create(new Badge(50, "c")).block();

        assertThat(recorder.count()).isEqualTo(3);
        assertThat(badge.id()).isEqualTo(50);
        assertThat(count("account_badge where account_id = 1 and badge_id = 50"))
                .isEqualTo(1);
        assertThat(count("seats where account_id = 1 and role = 'member' and squad_id = " + created.id()))
                .isEqualTo(1);
        assertThat(count("seats where account_id = 1 and role = 'owner' and squad_id = " + other.id()
                        + " and since > '2020-01-01'"))
                .isEqualTo(1);
        assertThat(count("accounts where changed_at > '2020-01-01'")).isEqualTo(1);
    }

    @Test
    void manyNewRowsComeBackInOrderWithTheirKeys() {
        List<Squad> stored = mapper.related(one, Account_.SQUADS)
                .createAll(
                        Flux.fromIterable(squads(0, 25)),
                        List.of(Seat_.ROLE.set("guest")),
                        ChunkOptions.defaults().size(10))
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(3);
        assertThat(stored)
                .extracting(Squad::name)
                .containsExactlyElementsOf(
                        squads(0, 25).stream().map(Squad::name).toList());
        assertThat(stored).extracting(Squad::id).doesNotContainNull().isSorted();
        assertThat(count("seats where account_id = 1 and role = 'guest'")).isEqualTo(25);
        assertThat(mapper.related(one, Account_.SQUADS)
                        .createAll(List.of())
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void aFailureStoresNeitherTheRowsNorTheirPairs() {
        List<Squad> twice =
                List.of(Squad_.draft("same").build(), Squad_.draft("same").build());

        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() ->
                        mapper.related(one, Account_.SQUADS).createAll(twice).blockLast());
        database.postgres().execute("update seats set position = 1 where account_id = 2 and squad_id = 1");
        Account two = mapper.get(Account.class, 2L).block();
        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() -> mapper.related(two, Account_.SQUADS)
                        .create(List.of(Squad_.NAME.set("taken")), List.of(Seat_.POSITION.set(1)))
                        .block());

        assertThat(count("squads")).isEqualTo(8);
        assertThat(count("seats")).isEqualTo(3);
    }

    @Test
    void aParentWithoutAKeyIsAnErrorBeforeAnyStatement() {
        Account unsaved = Account_.draft("new").build();

        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> mapper.related(unsaved, Account_.SQUADS)
                        .createAll(squads(0, 2))
                        .blockLast())
                .withMessageContaining("Account.squads");
        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> mapper.related(unsaved, Account_.SQUADS)
                        .updatePivot(1L, Seat_.ROLE.set("a"))
                        .block());
        assertThat(recorder.count()).isZero();
    }

    @Test
    void anUpdateOfAPivotWritesThatRowOnly() {
        Account two = mapper.get(Account.class, 2L).block();
        recorder.clear();

        assertThat(mapper.related(two, Account_.SQUADS)
                        .updatePivot(2, Seat_.ROLE.set("owner"))
                        .block()
                        .updated())
                .containsExactly(2L);
        assertThat(mapper.related(two, Account_.SQUADS)
                        .updatePivot(7, Seat_.ROLE.set("owner"))
                        .block()
                        .isUnchanged())
                .isTrue();
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(count("seats where squad_id = 2 and role = 'owner' and version = 1 and changed > '2020-01-01'"))
                .isEqualTo(1);
        assertThat(count("seats where version > 0")).isEqualTo(1);
        assertThat(count("accounts where changed_at > '2020-01-01'")).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.related(two, Account_.SQUADS)
                        .updatePivot(2, Seat_.SQUAD_ID.set(3L))
                        .block());
    }
}
