package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.OrphanedRowsException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.many.Board.Card;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.HasManyOperations;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReplacedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Replaced rows that violate constraints, fail, or are replaced by several callers at once. */
class ReplaceAllConflictsIntegrationTests {

    private static final int CALLERS = 64;
    private static final int ROUNDS = 10;

    private static final String UNIQUE = "alter table cards add constraint one_place unique (board_id, position)";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Board.TABLES)
            .resetBefore(Board.EMPTY, "alter table cards drop constraint if exists one_place");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Board board;
    private HasManyOperations<Board, Card> cards;
    private List<Card> stored;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        board = mapper.insert(Board.of("board")).block();
        cards = mapper.related(board, Board_.CARDS);
        stored = cards.createAll(List.of(Card.of(1, "a"), Card.of(2, "b"), Card.of(3, "c")))
                .collectList()
                .block();
        recorder.clear();
    }

    private List<String> titles() {
        return cards.query()
                .orderBy(Board_Card_.POSITION.asc())
                .all()
                .map(Card::title)
                .collectList()
                .block();
    }

    @Test
    void aRowThatOccursTwiceIsRefusedBeforeAnyStatement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cards.replaceAll(List.of(stored.get(0), stored.get(0)), OrphanPolicy.DELETE)
                        .block())
                .withMessageContaining("Card.id");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aFailureLeavesTheFormerRows() {
        assertThatThrownBy(() -> cards.replaceAll(List.of(Card.of(1, null)), OrphanPolicy.DELETE)
                        .block())
                .isInstanceOf(NotNullViolationException.class);
        Card stale = stored.get(0).titled("x");
        cards.save(stale).block();
        assertThatThrownBy(() ->
                        cards.replaceAll(List.of(stale), OrphanPolicy.DELETE).block())
                .isInstanceOf(StaleVersionException.class);
        assertThat(titles()).containsExactly("x", "b", "c");
        database.postgres().execute("delete from cards; delete from boards");
        assertThatThrownBy(
                        () -> cards.replaceAll(List.of(), OrphanPolicy.DELETE).block())
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void aNewRowGetsAUniqueValueThatARemovedRowHad() {
        database.postgres().execute(UNIQUE);

        cards.replaceAll(List.of(Card.of(1, "x"), Card.of(2, "y"), stored.get(0).at(9)), OrphanPolicy.DELETE)
                .block();

        assertThat(titles()).containsExactly("x", "y", "a");
    }

    @Test
    void rowsExchangeUniqueValues() {
        List<Card> swapped = List.of(stored.get(0).at(2), stored.get(1).at(1), stored.get(2));
        database.postgres().execute(UNIQUE);

        ReplacedRows<Card> replaced =
                cards.replaceAll(swapped, OrphanPolicy.DELETE).block();

        assertThat(replaced.updated()).map(Card::version).containsExactly(1, 1);
        assertThat(replaced.unchanged()).map(Card::title).containsExactly("c");
        assertThat(titles()).containsExactly("b", "a", "c");
        // Begin, lock, read, refused update, rollback; then begin, lock, read, set aside, update, commit; and the read.
        assertThat(recorder.count()).isEqualTo(5 + 6 + 1);
        List<Card> now = cards.query()
                .orderBy(Board_Card_.POSITION.asc())
                .all()
                .collectList()
                .block();
        cards.replaceAll(List.of(now.get(0).at(3), now.get(2).at(1), Card.of(2, "new")), OrphanPolicy.DELETE)
                .as(mapper::transactional)
                .block();
        assertThat(titles()).containsExactly("c", "new", "b");
    }

    @Test
    void valuesThatCannotBeSetAsideNeedADeferrableConstraint() {
        List<Card> swapped = List.of(stored.get(0).titled("b"), stored.get(1).titled("a"), stored.get(2));
        database.postgres().execute("alter table cards add constraint one_place unique (board_id, title)");

        assertThatThrownBy(() -> cards.replaceAll(swapped, OrphanPolicy.DELETE).block())
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageContaining("DEFERRABLE");
        assertThat(titles()).containsExactly("a", "b", "c");

        database.postgres()
                .execute("alter table cards drop constraint one_place;"
                        + " alter table cards add constraint one_place unique (board_id, title) deferrable");
        assertThat(cards.replaceAll(swapped, OrphanPolicy.DELETE).block().updated())
                .hasSize(2);
        assertThat(titles()).containsExactly("b", "a", "c");
    }

    @Test
    void aValueOfAnotherParentIsRefused() {
        Board other = mapper.insert(Board.of("other")).block();
        mapper.related(other, Board_.CARDS).create(Card.of(9, "theirs")).block();
        database.postgres().execute("alter table cards add constraint one_place unique (position)");

        assertThatThrownBy(() -> cards.replaceAll(
                                List.of(stored.get(0).at(9), stored.get(1).at(1)), OrphanPolicy.DELETE)
                        .block())
                .isInstanceOf(UniqueViolationException.class);
        assertThat(titles()).containsExactly("a", "b", "c");
    }

    @Test
    void itIsPartOfTheTransactionOfTheCaller() {
        assertThatThrownBy(() -> cards.replaceAll(List.of(), OrphanPolicy.DELETE)
                        .then(Mono.error(new IllegalStateException("caller")))
                        .as(mapper::transactional)
                        .block())
                .hasMessage("caller");
        assertThat(titles()).containsExactly("a", "b", "c");

        cards.replaceAll(List.of(), OrphanPolicy.REFUSE)
                .onErrorResume(OrphanedRowsException.class, refused -> Mono.empty())
                .then(cards.create(Card.of(5, "after")))
                .as(mapper::transactional)
                .block();
        assertThat(titles()).containsExactly("a", "b", "c", "after");
    }

    /** Each caller replaces the list by two rows of its own. */
    @Test
    void concurrentCallersLeaveTheListOfOneOfThem() {
        ReactiveMapper many = ReactiveMapper.create(database.newPool(8));
        for (int round = 0; round < ROUNDS; round++) {
            Set<String> seen = ConcurrentHashMap.newKeySet();
            Flux.range(0, CALLERS)
                    .flatMap(
                            caller -> Mono.defer(() -> many.related(board, Board_.CARDS)
                                            .replaceAll(
                                                    List.of(Card.of(1, "c" + caller), Card.of(2, "c" + caller)),
                                                    OrphanPolicy.DELETE))
                                    .subscribeOn(Schedulers.parallel())
                                    .then(many.from(Card.class)
                                            .all()
                                            .map(Card::title)
                                            .collectList()
                                            .doOnNext(titles -> seen.add(
                                                    titles.stream().sorted().collect(Collectors.joining(","))))),
                            CALLERS)
                    .blockLast();
            for (String titles : seen) {
                List<String> both = new ArrayList<>(List.of(titles.split(",")));
                assertThat(both).hasSize(2);
                assertThat(both.get(0)).isEqualTo(both.get(1));
            }
        }
    }
}
