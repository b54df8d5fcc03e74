package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.micrometer.KindredObservations;
import dev.kindred.micrometer.SharedStatementMeters;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedReads;
import dev.kindred.reactor.internal.hint.RepeatedReads;
import dev.kindred.spring.transaction.SpringTransactionBridge;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.pool.ConnectionPool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

/** Shared reads with observations, meters, hints and Spring's transactions. */
@SuppressWarnings("try") // a lock is held during its block
class SharedReadsObservedIntegrationTests {

    private static final int LANES = 2;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(20));

    private final StatementRecorder recorder = new StatementRecorder();

    private static List<User> busyReads(ReactiveMapper mapper, int count) {
        List<CompletableFuture<User>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            for (long id = 1; id <= count; id++) {
                reads.add(mapper.find(User.class, id).toFuture());
            }
        }
        return reads.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void eachReadIsAnOperationAndTheStatementIsInOneOfThem() {
        List<Observation.Context> ended = new CopyOnWriteArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new Ended(ended));
        ReactiveMapper mapper = ReactiveMapper.builder(database.newPool(2))
                .sharedReads(SharedReads.WHEN_BUSY)
                .operationListener(KindredObservations.of(registry))
                .build();

        busyReads(mapper, 6);

        assertThat(ended)
                .filteredOn(each -> each.getName().equals("kindred.operation"))
                .hasSize(6);
        assertThat(ended)
                .filteredOn(each -> each.getName().equals("kindred.statement"))
                .extracting(each ->
                        each.getHighCardinalityKeyValue("kindred.callers").getValue())
                .containsExactlyInAnyOrder("1", "1", "4");
    }

    private record Ended(List<Observation.Context> all) implements ObservationHandler<Observation.Context> {

        @Override
        public void onStop(Observation.Context context) {
            all.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    @Test
    void theMeterCountsTheCallersOfSharedStatements() {
        MeterRegistry meters = new SimpleMeterRegistry();
        ReactiveMapper mapper = ReactiveMapper.builder(database.newPool(2))
                .sharedReads(SharedReads.WHEN_BUSY)
                .listener(new SharedStatementMeters(meters))
                .build();

        busyReads(mapper, 6);

        DistributionSummary callers =
                meters.get("kindred.statement.callers").tag("entity", "User").summary();
        assertThat(callers.count()).isEqualTo(1);
        assertThat(callers.totalAmount()).isEqualTo(4);
    }

    @Test
    void theHintsDoNotSeeSharedReadsAsRepeated() {
        RepeatedReads hints = new RepeatedReads(LANES + 1);
        ReactiveMapper mapper = ReactiveMapper.builder(database.newPool(2))
                .sharedReads(SharedReads.WHEN_BUSY)
                .operationListener(hints)
                .build();

        busyReads(mapper, 20);

        assertThat(hints.found()).isEmpty();
    }

    @Test
    void readsInATransactionOfSpringAreNotShared() {
        ConnectionPool pool = database.newPool(4);
        ReactiveMapper mapper = ReactiveMapper.builder(pool, SpringTransactionBridge.of(pool))
                .sharedReads(SharedReads.WHEN_BUSY)
                .listener(recorder)
                .build();
        TransactionalOperator transaction = TransactionalOperator.create(new R2dbcTransactionManager(pool));
        List<CompletableFuture<User>> outside = new ArrayList<>();
        CompletableFuture<List<User>> inside;
        try (TableLock lock = TableLock.on(database, "users")) {
            for (long id = 1; id <= LANES + 2; id++) {
                outside.add(mapper.find(User.class, id).toFuture());
            }
            inside = transaction
                    .transactional(Flux.just(5L, 6L, 7L).flatMap(id -> mapper.find(User.class, id)))
                    .collectList()
                    .toFuture();
        }

        assertThat(inside.join()).hasSize(3);
        outside.forEach(read -> assertThat(read.join()).isNotNull());
        assertThat(recorder.executions())
                .extracting(execution -> execution.callers())
                .containsExactlyInAnyOrder(1, 1, 1, 1, 1, 2);
    }
}
