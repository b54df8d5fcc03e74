package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.many.Board.Card;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of a parent that was stored with its children, with a pool of one connection. */
class ListsOfNewParentsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Board.TABLES).resetBefore(Board.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    private static Card card(int position, String state) {
        return new Card(null, null, position, "t" + position, state, null, null, null, null);
    }

    private Board saved(HasManyRelation<Board, Card> relation, Card... cards) {
        Board board =
                mapper.save(Board.of("b"), relation.children(List.of(cards))).block();
        recorder.clear();
        return board;
    }

    private static List<Integer> positions(Flux<Card> cards) {
        return cards.map(Card::position).collectList().block();
    }

    /** The list is that of a read of the same row. */
    private void assertLoaded(Flux<Card> list, Flux<Card> read) {
        int before = recorder.count();
        List<Integer> positions = positions(list);
        assertThat(recorder.count()).isEqualTo(before);
        assertThat(Relations.stateOf(list).isLoaded()).isTrue();
        assertThat(Relations.stateOf(list).hasMore()).isFalse();
        assertThat(positions).isEqualTo(positions(read));
        assertThat(list.map(Card::id).collectList().block())
                .isEqualTo(read.map(Card::id).collectList().block());
    }

    private Board read(Board board) {
        return mapper.find(Board.class, board.id()).block();
    }

    @Test
    void theListOfANewParentIsLoadedInTheOrderOfTheRelation() {
        Board byKey = saved(Board_.CARDS, card(3, "open"), card(1, "done"), card(2, "open"));
        Board byPosition = saved(Board_.OPEN, card(3, "open"), card(1, "open"), card(2, "open"));

        assertLoaded(byKey.cards(), read(byKey).cards());
        assertThat(positions(byKey.cards())).containsExactly(3, 1, 2);
        assertLoaded(byPosition.open(), read(byPosition).open());
        assertThat(positions(byPosition.open())).containsExactly(1, 2, 3);
        assertThat(Relations.stateOf(byPosition.cards())).isEqualTo(new RelationState.NotLoaded<>());
    }

    @Test
    void aNewParentWithoutChildrenHasAnEmptyList() {
        Board board = saved(Board_.CARDS);

        assertThat(Relations.stateOf(board.cards())).isEqualTo(new RelationState.Empty<>());
        assertThat(positions(board.cards())).isEmpty();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void theScopeOfTheRelationCanHideAChild() {
        database.postgres()
                .execute("create function close() returns trigger language plpgsql as $$ begin"
                        + " new.state = 'done'; return new; end $$;"
                        + " create trigger close before insert on cards for each row execute function close()");
        try {
            Board hidden = mapper.save(Board.of("d"), Board_.OPEN.children(List.of(card(1, "open"))))
                    .block();

            assertThat(Relations.stateOf(hidden.open())).isEqualTo(new RelationState.NotLoaded<>());
            assertThat(positions(hidden.open())).isEmpty();
        } finally {
            database.postgres().execute("drop trigger close on cards; drop function close()");
        }
    }

    @Test
    void theListOfAStoredParentIsNotLoaded() {
        Board board = saved(Board_.CARDS, card(1, "open"));

        Board again = mapper.save(board, Board_.CARDS.children(List.of(card(2, "open"))))
                .block();
        Board unchanged = mapper.save(again, Board_.CARDS.children(List.of())).block();

        assertThat(Relations.stateOf(again.cards())).isEqualTo(new RelationState.NotLoaded<>());
        assertThat(Relations.stateOf(unchanged.cards())).isEqualTo(new RelationState.NotLoaded<>());
        assertThat(positions(again.cards())).containsExactly(1, 2);
    }

    @Test
    void aStoredChildMovesToTheNewParent() {
        Card moved = saved(Board_.CARDS, card(1, "open")).cards().blockFirst();

        Board board = saved(Board_.CARDS, card(2, "open"), moved);

        assertLoaded(board.cards(), read(board).cards());
        assertThat(positions(board.cards())).containsExactly(1, 2);
    }

    @Test
    void theListsOfAChunkAreLoadedWithTheEmptyOnes() {
        List<Board> boards = mapper.insertAll(
                        Flux.range(0, 4).map(i -> Board.of("b" + i)), Board_.OPEN, board -> cardsOf(board.name()))
                .collectList()
                .block();
        recorder.clear();

        assertThat(boards)
                .map(board -> positions(board.open()))
                .containsExactly(List.of(), List.of(1), List.of(1, 2), List.of(1, 2, 3));
        assertThat(Relations.stateOf(boards.get(0).open())).isEqualTo(new RelationState.Empty<>());
        assertThat(boards.get(3)
                        .open()
                        .flatMap(Card::board)
                        .map(Board::name)
                        .collectList()
                        .block())
                .containsExactly("b3", "b3", "b3");
        assertThat(recorder.count()).isZero();
        assertThat(boards)
                .allSatisfy(board -> assertLoaded(board.open(), read(board).open()));
    }

    private static List<Card> cardsOf(String name) {
        int count = Integer.parseInt(name.substring(1));
        return Flux.range(0, count)
                .map(i -> card(count - i, "open"))
                .collectList()
                .block();
    }

    @Test
    void aParentWithAGivenKeyIsNotLoaded() {
        database.postgres()
                .execute("alter table cards drop constraint cards_board_id_fkey;"
                        + " insert into cards (board_id, position, title, state, created_at, changed_at, version)"
                        + " values (70, 9, 'old', 'open', now(), now(), 0)");
        try {
            Board board = mapper.insertAll(
                            List.of(new Board(70L, "given", null, null, null, null)),
                            Board_.CARDS,
                            any -> List.of(card(1, "open")))
                    .blockLast();

            assertThat(Relations.stateOf(board.cards())).isEqualTo(new RelationState.NotLoaded<>());
            assertThat(positions(board.cards())).containsExactly(9, 1);
        } finally {
            database.postgres()
                    .execute("truncate boards, cards; alter table cards add constraint cards_board_id_fkey"
                            + " foreign key (board_id) references boards (id)");
        }
    }

    @Test
    void aRollbackLeavesTheListNotLoaded() {
        AtomicReference<Board> board = new AtomicReference<>();

        assertThatThrownBy(() -> mapper.save(Board.of("b"), Board_.CARDS.children(List.of(card(1, "open"))))
                        .doOnNext(board::set)
                        .flatMap(saved -> saved.cards().count())
                        .doOnNext(count -> assertThat(count).isEqualTo(1))
                        .then(Mono.error(new IllegalStateException("caller")))
                        .as(mapper::transactional)
                        .block())
                .hasMessage("caller");

        assertThat(Relations.stateOf(board.get().cards())).isEqualTo(new RelationState.NotLoaded<>());
        assertThat(positions(board.get().cards())).isEmpty();
    }

    @Test
    void aLaterWriteThroughTheRelationReadsTheListAgain() {
        Board board = saved(Board_.CARDS, card(1, "open"));

        mapper.related(board, Board_.CARDS).create(card(2, "open")).block();

        assertThat(positions(board.cards())).containsExactly(1, 2);
    }
}
