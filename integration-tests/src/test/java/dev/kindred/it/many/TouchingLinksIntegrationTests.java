package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.ConnectionException;
import dev.kindred.it.many.Writer.Paper;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.LinkChanges;
import dev.kindred.reactor.ManyToManyOperations;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** 64 subscribers write pairs that touch their owners, from both sides at once, on a pool of eight connections. */
class TouchingLinksIntegrationTests {

    private static final int CALLERS = 64;
    private static final int ROUNDS = Integer.getInteger("kindred.links.rounds", 6);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Writer.TABLES + Club.TABLES).resetBefore(Writer.ROWS, Club.EMPTY, Club.ROWS);

    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.newPool(8));
    }

    /** Each caller writes a random list of keys through one of {@code relations}. */
    private void writeAtOnce(int keys, List<IntFunction<ManyToManyOperations<?>>> relations) {
        Random random = new Random(7);
        List<LinkChanges> all = Flux.range(0, CALLERS * ROUNDS)
                .map(i -> write(
                        relations.get(i % relations.size()).apply(1 + random.nextInt(keys)),
                        random.nextInt(5),
                        LongStream.range(0, 3)
                                .mapToObj(any -> 1L + random.nextInt(keys))
                                .toList()))
                // On a slow machine a caller can wait too long for a connection.
                .flatMap(write -> write.retryWhen(Retry.max(20).filter(ConnectionException.class::isInstance)), CALLERS)
                .collectList()
                .block();

        assertThat(all).hasSize(CALLERS * ROUNDS);
    }

    private Mono<LinkChanges> write(ManyToManyOperations<?> links, int kind, List<Long> keys) {
        return switch (kind) {
            case 0 -> links.syncKeys(keys);
            case 1 -> mapper.transactional(links.syncKeys(keys));
            case 2 -> links.attachKeys(keys);
            case 3 -> links.toggleKeys(keys);
            default -> links.detachAll();
        };
    }

    @Test
    void pivotsThatTouchOneSideDoNotDeadlock() {
        writeAtOnce(
                2,
                List.of(
                        id -> mapper.related(
                                Account_.draft("a").set(Account_.ID, (long) id).build(), Account_.SQUADS),
                        id -> mapper.related(
                                Squad_.draft("s").set(Squad_.ID, (long) id).build(), Squad_.ACCOUNTS)));
    }

    @Test
    void pivotsThatTouchBothSidesDoNotDeadlock() {
        writeAtOnce(
                6,
                List.of(
                        id -> mapper.related(Writer.of(id), Writer_.PAPERS),
                        id -> mapper.related(Paper.of(id), Writer_Paper_.WRITERS)));
    }

    @Test
    void pivotsBetweenRowsOfOneTableDoNotDeadlock() {
        writeAtOnce(
                6,
                List.of(
                        id -> mapper.related(Writer.of(id), Writer_.PUPILS),
                        id -> mapper.related(Writer.of(id), Writer_.MENTORS)));
    }

    @Test
    void onlyWritesOfTouchingPivotsWaitForTheirTurn() {
        StatementRecorder recorder = new StatementRecorder();
        ReactiveMapper recorded =
                ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();

        recorded.related(Account_.draft("a").set(Account_.ID, 1L).build(), Account_.SQUADS)
                .attachKeys(List.of(1))
                .block();
        recorded.related(Squad_.draft("s").set(Squad_.ID, 1L).build(), Squad_.ACCOUNTS)
                .attachKeys(List.of(2))
                .block();
        recorded.related(Account_.draft("a").set(Account_.ID, 1L).build(), Account_.VISITED)
                .attachKeys(List.of(1))
                .block();

        assertThat(recorder.texts()).hasSize(3);
        assertThat(recorder.texts().get(0)).contains("pg_advisory_xact_lock_shared(");
        assertThat(recorder.texts().get(1)).contains("pg_advisory_xact_lock(");
        assertThat(recorder.texts().get(2)).doesNotContain("pg_advisory");
    }
}
