package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.NotNullViolationException;
import dev.kindred.it.many.Board.Card;
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

/** Stores parents together with their children, with a pool of one connection. */
class ParentsWithListsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Board.TABLES).resetBefore(Board.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    private static long count(String table) {
        return database.postgres().queryLong("select count(*) from " + table);
    }

    private static List<Card> cards(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Card.of(i, "t" + i))
                .toList();
    }

    @Test
    void aNewParentIsStoredWithItsChildren() {
        Board board =
                mapper.save(Board.of("b"), Board_.CARDS.children(cards(3))).block();

        assertThat(board.version()).isZero();
        assertThat(recorder.texts()).hasSize(4).startsWith("BEGIN").endsWith("COMMIT");
        assertThat(board.cards().map(Card::title).collectList().block()).containsExactly("t1", "t2", "t3");
        assertThat(database.postgres().queryLong("select version from boards")).isZero();
    }

    @Test
    void theOtherRowsOfAStoredParentStay() {
        Board board =
                mapper.save(Board.of("b"), Board_.CARDS.children(cards(2))).block();
        Card first = board.cards().blockFirst();
        recorder.clear();

        mapper.save(board, Board_.CARDS.children(List.of(first.titled("x"), Card.of(9, "y"))))
                .block();

        assertThat(recorder.texts()).hasSize(5);
        assertThat(count("cards")).isEqualTo(3);
        assertThat(count("cards where title in ('x', 't2', 'y')")).isEqualTo(3);
        assertThat(database.postgres().queryLong("select version from boards")).isEqualTo(1);
    }

    @Test
    void withoutChildrenItIsOneStatement() {
        assertThat(mapper.save(Board.of("b"), Board_.CARDS.children(List.of()))
                        .block()
                        .id())
                .isEqualTo(1L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aFailureLeavesNeither() {
        assertThatThrownBy(() -> mapper.save(Board.of("b"), Board_.CARDS.children(List.of(Card.of(1, null))))
                        .block())
                .isInstanceOf(NotNullViolationException.class);
        assertThat(count("boards")).isZero();
    }

    @Test
    void parentsOfAPublisherTakeTwoStatementsAChunk() {
        Flux<Board> boards = Flux.range(1, 25).map(i -> Board.of("b" + i));

        List<Board> stored = mapper.insertAll(
                        boards,
                        Board_.CARDS,
                        board -> cards(Integer.parseInt(board.name().substring(1)) % 3),
                        ChunkOptions.defaults().size(10))
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(3 * 4);
        assertThat(stored).extracting(Board::name).startsWith("b1", "b2").hasSize(25);
        assertThat(database.postgres()
                        .queryLong("select count(*) from boards b where (select count(*) from cards c"
                                + " where c.board_id = b.id) = substring(b.name from 2)::int % 3"))
                .isEqualTo(25);
        assertThat(database.postgres().queryLong("select max(version) from boards"))
                .isZero();
    }

    @Test
    void aChildThatFailsTakesTheParentsOfItsChunkWithIt() {
        assertThatThrownBy(() -> mapper.insertAll(
                                Flux.range(1, 25).map(i -> Board.of("b" + i)),
                                Board_.CARDS,
                                board -> List.of(Card.of(1, board.name().equals("b15") ? null : "t")),
                                ChunkOptions.defaults().size(10))
                        .blockLast())
                .isInstanceOf(NotNullViolationException.class);
        assertThat(count("boards")).isEqualTo(10);
        assertThat(count("cards")).isEqualTo(10);
    }

    @Test
    void theChildrenAreLinkedToTheirParent() {
        Board board =
                mapper.save(Board.of("b"), Board_.CARDS.children(cards(2))).block();
        recorder.clear();

        assertThat(board.cards()
                        .flatMap(Card::board)
                        .map(Board::id)
                        .collectList()
                        .block())
                .containsExactly(1L, 1L);
        assertThat(recorder.count()).isZero();
    }
}
