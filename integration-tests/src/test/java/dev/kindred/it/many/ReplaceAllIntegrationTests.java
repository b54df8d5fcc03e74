package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.error.OrphanedRowsException;
import dev.kindred.it.many.Album.Track;
import dev.kindred.it.many.Board.Card;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.HasManyOperations;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReplacedRows;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Replaces the rows of a parent, with a pool of one connection. */
class ReplaceAllIntegrationTests {

    /** Changes with each write of a card. */
    private static final String WRITES = "select sum(xmin::text::bigint)::bigint from cards";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Shop.TABLES, Board.TABLES, Album.TABLES)
            .resetBefore(Shop.EMPTY, Shop.ROWS, Board.EMPTY, Album.EMPTY);

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

    private static long version(long board) {
        return database.postgres().queryLong("select version from boards where id = " + board);
    }

    @Test
    void theAnswerSaysWhatChangedAndTheParentIsTouchedOnce() {
        long version = version(1);

        ReplacedRows<Card> replaced = cards.replaceAll(
                        List.of(Card.of(4, "new"), stored.get(0), stored.get(1).titled("changed")), OrphanPolicy.DELETE)
                .block();

        assertThat(replaced.added()).extracting(Card::title).containsExactly("new");
        assertThat(replaced.updated()).extracting(Card::title).containsExactly("changed");
        assertThat(replaced.unchanged()).extracting(Card::id).containsExactly(1L);
        assertThat(replaced.removed()).extracting(Card::title).containsExactly("c");
        assertThat(replaced.isUnchanged()).isFalse();
        assertThat(titles()).containsExactly("a", "changed", "new");
        assertThat(version(1)).isEqualTo(version + 1);
    }

    @Test
    void thereIsAtMostOneStatementForEachKindOfChange() {
        cards.replaceAll(List.of(Card.of(4, "new"), stored.get(1).titled("changed")), OrphanPolicy.DELETE)
                .block();

        assertThat(recorder.texts()).hasSize(7).startsWith("BEGIN").endsWith("COMMIT");
        assertThat(recorder.texts().get(1)).isEqualTo("SELECT 1 FROM \"boards\" WHERE \"id\" = $1 FOR NO KEY UPDATE");
        assertThat(recorder.texts().get(2)).startsWith("SELECT ");
        assertThat(recorder.texts().get(3)).contains("DELETE FROM \"cards\"");
        assertThat(recorder.texts().get(4)).contains("UPDATE \"cards\"");
        assertThat(recorder.texts().get(5)).contains("INSERT INTO \"cards\"");
    }

    @Test
    void unchangedRowsAreNotWritten() {
        long before = database.postgres().queryLong(WRITES);
        long version = version(1);

        ReplacedRows<Card> replaced =
                cards.replaceAll(stored, OrphanPolicy.REFUSE).block();

        assertThat(replaced.isUnchanged()).isTrue();
        assertThat(replaced.unchanged()).hasSize(3);
        assertThat(recorder.texts()).hasSize(4);
        assertThat(database.postgres().queryLong(WRITES)).isEqualTo(before);
        assertThat(version(1)).isEqualTo(version);
    }

    @Test
    void anEmptyListRemovesAllRowsOfThisParentOnly() {
        Board other = mapper.insert(Board.of("other")).block();
        mapper.related(other, Board_.CARDS).create(Card.of(1, "other")).block();

        assertThat(cards.replaceAll(List.of(), OrphanPolicy.DELETE).block().removed())
                .hasSize(3);
        assertThat(titles()).isEmpty();
        assertThat(database.postgres().queryLong("select count(*) from cards")).isEqualTo(1);
    }

    @Test
    void rowsOutsideOfTheScopeStay() {
        HasManyOperations<Board, Card> open = mapper.related(board, Board_.OPEN);
        cards.update(Board_Card_.ID.eq(2L), Board_Card_.STATE.set("closed")).block();

        ReplacedRows<Card> replaced = open.replaceAll(List.of(stored.get(0), Card.of(9, "n")), OrphanPolicy.DELETE)
                .block();

        assertThat(replaced.removed()).extracting(Card::title).containsExactly("c");
        assertThat(titles()).containsExactly("a", "b", "n");
        recorder.clear();
        Card closed = mapper.get(Card.class, 2L).block();
        recorder.clear();
        assertThatThrownBy(() ->
                        open.replaceAll(List.of(closed), OrphanPolicy.DELETE).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("scope");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void formerRowsCanLoseTheirParentOrBeRefused() {
        assertThatThrownBy(() -> cards.replaceAll(List.of(Card.of(4, "new")), OrphanPolicy.REFUSE)
                        .block())
                .isInstanceOf(OrphanedRowsException.class)
                .hasMessageContaining("Board.cards");
        assertThat(titles()).containsExactly("a", "b", "c");

        assertThat(cards.replaceAll(List.of(stored.get(2)), OrphanPolicy.SET_NULL)
                        .block()
                        .removed())
                .hasSize(2);
        assertThat(titles()).containsExactly("c");
        assertThat(database.postgres().queryLong("select count(*) from cards where board_id is null"))
                .isEqualTo(2);
        recorder.clear();
        Order order = mapper.get(Order.class, 4L).block();
        recorder.clear();
        assertThatThrownBy(() -> mapper.related(order, Order_.LINES)
                        .replaceAll(List.of(), OrphanPolicy.SET_NULL)
                        .block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Line.orderId");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void softlyDeletedRowsAreMarked() {
        Order order = mapper.get(Order.class, 4L).block();
        HasManyOperations<Order, Line> lines = mapper.related(order, Order_.LINES);
        List<Line> two = lines.query().limit(2).all().collectList().block();

        assertThat(lines.replaceAll(two, OrphanPolicy.DELETE).block().removed()).hasSize(2);
        assertThat(lines.query().count().block()).isEqualTo(2);
        assertThat(database.postgres().queryLong("select count(*) from lines where order_id = 4"))
                .isEqualTo(4);
        assertThat(lines.replaceAll(two, OrphanPolicy.DELETE).block().isUnchanged())
                .isTrue();
    }

    @Test
    void aRowOfAnotherParentMoves() {
        Board other = mapper.insert(Board.of("other")).block();
        Card moved =
                mapper.related(other, Board_.CARDS).create(Card.of(1, "moved")).block();
        long version = version(2);

        ReplacedRows<Card> replaced =
                cards.replaceAll(List.of(moved), OrphanPolicy.DELETE).block();

        assertThat(replaced.added()).extracting(Card::boardId).containsExactly(1L);
        assertThat(titles()).containsExactly("moved");
        assertThat(version(2)).isEqualTo(version + 1);
    }

    @Test
    void keysThatContainTheForeignKeyAreComparedAsThoseOfTheParent() {
        Album album = mapper.insert(Album.of("Ann", 1999)).block();
        HasManyOperations<Album, Track> tracks = mapper.related(album, Album_.TRACKS);
        tracks.createAll(List.of(Track.of(1, "a"), Track.of(2, "b"))).blockLast();
        recorder.clear();

        ReplacedRows<Track> replaced = tracks.replaceAll(
                        List.of(Track.of(2, "b"), Track.of(3, "c")), OrphanPolicy.DELETE)
                .block();

        assertThat(replaced.unchanged()).extracting(Track::title).containsExactly("b");
        assertThat(replaced.added()).extracting(Track::title).containsExactly("c");
        assertThat(replaced.removed()).extracting(Track::title).containsExactly("a");
        assertThat(recorder.count()).isEqualTo(6);
        assertThat(tracks.replaceAll(List.of(Track.of(3, "d")), OrphanPolicy.DELETE)
                        .block()
                        .updated())
                .hasSize(1);
    }

    @Test
    void aTextKeyOfTheParent() {
        Client client = mapper.get(Client.class, 1L).block();
        List<Order> two = client.coded().take(2).collectList().block();

        ReplacedRows<Order> replaced = mapper.related(client, Client_.CODED)
                .replaceAll(two, OrphanPolicy.SET_NULL)
                .block();

        assertThat(replaced.unchanged()).hasSize(2);
        assertThat(replaced.removed()).hasSize(2);
        assertThat(database.postgres().queryLong("select count(*) from orders where client_code is null"))
                .isEqualTo(2);
    }
}
