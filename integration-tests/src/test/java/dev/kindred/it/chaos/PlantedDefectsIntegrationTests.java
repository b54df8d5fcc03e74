package dev.kindred.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.chaos.Errors.Scope;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.Transaction;
import io.r2dbc.pool.ConnectionPool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import reactor.core.publisher.Mono;

/** A run finds the defects that some of its operations have. */
@DisabledIfSystemProperty(named = "kindred.test.pool", matches = "1", disabledReason = "It has a pool of its own")
@Timeout(300)
class PlantedDefectsIntegrationTests {

    private static final int OPERATIONS = 640;
    private static final int OFTEN = 100;

    private final AtomicBoolean isLeaked = new AtomicBoolean();

    @Test
    void eachDefectIsFound() throws Exception {
        Report report = ChaosRuns.run("planted", OPERATIONS, 1, url -> {
            Workload kindred = KindredWorkload.on(url);
            ReactiveMapper mapper = ReactiveMapper.create(kindred.pool());
            return with(
                    kindred,
                    List.of(
                            Kind.of("lost", OFTEN, draw -> lost(mapper, draw)),
                            Kind.of("duplicated", OFTEN, draw -> duplicated(mapper, draw)),
                            Kind.of("torn", OFTEN, draw -> torn(mapper, draw)),
                            Kind.of("leaked", OFTEN, draw -> leaked(kindred.pool()))));
        });

        assertThat(report.lost()).isPositive();
        assertThat(report.duplicated()).isPositive();
        assertThat(report.torn()).isPositive();
        assertThat(report.leaked()).isPositive();
        assertThat(report.isClean()).isFalse();
    }

    /** Its value is emitted although the transaction is rolled back. */
    private static Mono<?> lost(ReactiveMapper mapper, Draw draw) {
        return draw.rows(
                "lost",
                Scope.TRANSACTION,
                1,
                mapper.insert(Note.of(draw.op(), 0))
                        .then(mapper.currentTransaction().doOnNext(Transaction::setRollbackOnly))
                        .as(mapper::transactional));
    }

    private static Mono<?> duplicated(ReactiveMapper mapper, Draw draw) {
        Note note = Note.of(draw.op(), 0);
        return draw.rows("duplicated", Scope.MAPPER, 1, mapper.insert(note).then(mapper.insert(note)));
    }

    private static Mono<?> torn(ReactiveMapper mapper, Draw draw) {
        return draw.rows("torn", Scope.MAPPER, 2, mapper.insert(Note.of(draw.op(), 1)));
    }

    /** A call that is cancelled before it has the connection leaks none. */
    private Mono<?> leaked(ConnectionPool pool) {
        return isLeaked.get() ? Mono.empty() : pool.create().doOnNext(kept -> isLeaked.set(true));
    }

    private static Workload with(Workload workload, List<Kind> defects) {
        List<Kind> kinds = new ArrayList<>(workload.kinds());
        kinds.addAll(defects);
        return new Workload() {

            @Override
            public List<Kind> kinds() {
                return kinds;
            }

            @Override
            public ConnectionPool pool() {
                return workload.pool();
            }
        };
    }
}
