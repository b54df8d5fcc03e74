package dev.kindred.it.persist;

import static dev.kindred.it.persist.Ticket.DEFAULT_SINCE;
import static dev.kindred.it.persist.Ticket.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.it.persist.Ticket.Stub;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Every insert leaves a null member with a default to the database. */
class DefaultValuesIntegrationTests {

    private static final Instant GIVEN = Instant.parse("2020-02-29T00:00:00Z");

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.of(Ticket.class, Stub.class).ddl()).resetBefore("truncate tickets, stubs");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private static void hasDefaults(Ticket ticket) {
        assertThat(ticket.id()).isNotNull();
        assertThat(ticket.since()).isEqualTo(DEFAULT_SINCE);
        assertThat(ticket.state()).isEqualTo("open");
        assertThat(ticket.label()).isEqualTo("new");
        assertThat(ticket.note()).as("a null that is stored").isNull();
        assertThat(ticket.rank()).as("a zero that is stored").isZero();
    }

    private Ticket stored(String code) {
        return mapper.from(Ticket.class).where(Ticket_.CODE.eq(code)).one().block();
    }

    @Test
    void insertLeavesThemOutAndReadsThemBack() {
        Ticket ticket = mapper.insert(Ticket.of(null, "a", null)).block();

        hasDefaults(ticket);
        assertThat(recorder.texts())
                .containsExactly("INSERT INTO \"tickets\" (\"code\", \"note\", \"rank\") VALUES ($1, $2, $3)"
                        + " RETURNING \"id\", \"code\", \"since\", \"state\", \"note\", \"label\", \"rank\"");
        assertThat(stored("a")).isEqualTo(ticket);
        assertThat(mapper.insert(Ticket.of(KEY, "b", GIVEN)).block())
                .extracting(Ticket::id, Ticket::since)
                .containsExactly(KEY, GIVEN);
    }

    @Test
    void insertAllLeavesThemOutOfTheRowsThatLackThem() {
        List<Ticket> tickets = mapper.insertAll(
                        Flux.just(Ticket.of(null, "a", null), Ticket.of(KEY, "b", GIVEN), Ticket.of(null, "c", null)))
                .collectList()
                .block();

        assertThat(tickets).extracting(Ticket::code).containsExactly("a", "b", "c");
        hasDefaults(tickets.get(0));
        hasDefaults(tickets.get(2));
        assertThat(tickets.get(1).since()).isEqualTo(GIVEN);
        assertThat(recorder.texts())
                .filteredOn(text -> text.startsWith("INSERT"))
                .hasSize(2);
    }

    @Test
    void insertAllOfRowsThatAllLackThemIsOneStatement() {
        mapper.insertAll(Flux.just(Ticket.of(null, "a", null), Ticket.of(null, "b", null)))
                .doOnNext(DefaultValuesIntegrationTests::hasDefaults)
                .blockLast();

        assertThat(recorder.count()).isEqualTo(1);
        hasDefaults(stored("b"));
    }

    @Test
    void upsertLeavesThemOutAndKeepsThoseOfTheExistingRow() {
        hasDefaults(mapper.upsert(Ticket.of(KEY, "a", null)).block());
        mapper.upsert(Ticket.of(KEY, "a", GIVEN)).block();

        Ticket kept = mapper.upsert(Ticket.of(KEY, "b", null)).block();

        assertThat(kept).extracting(Ticket::code, Ticket::since).containsExactly("b", GIVEN);
    }

    @Test
    void upsertAllLeavesThemOutAndKeepsThoseOfTheExistingRows() {
        mapper.insert(Ticket.of(KEY, "a", GIVEN)).block();

        Ticket kept = mapper.upsertAll(Flux.just(Ticket.of(KEY, "b", null))).blockLast();

        assertThat(kept).extracting(Ticket::code, Ticket::since).containsExactly("b", GIVEN);
        mapper.delete(kept).block();
        hasDefaults(mapper.upsertAll(Flux.just(Ticket.of(KEY, "c", null))).blockLast());
    }

    @Test
    void copyInLeavesThemOutOfAllRowsOfAChunk() {
        assertThat(mapper.copyIn(Flux.just(Ticket.of(null, "a", null), Ticket.of(null, "b", null)))
                        .block())
                .isEqualTo(2);

        hasDefaults(stored("a"));
        hasDefaults(stored("b"));
        assertThatThrownBy(() -> mapper.copyIn(Flux.just(Ticket.of(null, "c", null), Ticket.of(null, "d", GIVEN)))
                        .block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("insertAll");
    }

    @Test
    void writesThroughARelationLeaveThemOut() {
        Ticket ticket = mapper.insert(Ticket.of(null, "a", null)).block();
        Stub blank = new Stub(null, null, null);

        Stub created = mapper.related(ticket, Ticket_.STUB).associate(blank).block();
        Stub saved = mapper.related(mapper.insert(Ticket.of(null, "c", null)).block(), Ticket_.STUB)
                .save(blank)
                .block();
        Stub replaced = mapper.related(ticket, Ticket_.STUB).replace(blank).block();
        Ticket parent = mapper.insertAll(Flux.just(Ticket.of(null, "b", null)), Ticket_.STUB, any -> blank)
                .blockLast();

        assertThat(created.colour()).isEqualTo("white");
        assertThat(saved.colour()).isEqualTo("white");
        assertThat(replaced.colour()).isEqualTo("white");
        hasDefaults(parent);
        assertThat(Objects.requireNonNull(parent.stub()).block().colour()).isEqualTo("white");
        assertThat(mapper.from(Stub.class)
                        .where(Ticket_Stub_.COLOUR.eq("white"))
                        .count()
                        .block())
                .isEqualTo(3);
    }
}
