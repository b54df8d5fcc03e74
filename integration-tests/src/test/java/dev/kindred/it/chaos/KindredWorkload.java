package dev.kindred.it.chaos;

import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedReads;
import dev.kindred.reactor.SharedWrites;
import dev.kindred.spring.transaction.SpringTransactionBridge;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Kindred. Three mappers use one pool: one alone, one that shares statements, and one in transactions of Spring. */
final class KindredWorkload implements Workload {

    static final int POOL = 10;

    private final ConnectionPool pool;
    private final List<Kind> kinds;

    private KindredWorkload(ConnectionPool pool, List<Kind> kinds) {
        this.pool = pool;
        this.kinds = kinds;
    }

    static KindredWorkload on(String url) {
        ConnectionPool pool = Connections.builder(url)
                .maxSize(POOL)
                .connectTimeout(Duration.ofSeconds(1))
                .acquireTimeout(Duration.ofSeconds(2))
                .statementTimeout(Duration.ofMillis(1000))
                .lockTimeout(Duration.ofMillis(700))
                .build();
        ReactiveMapper mapper = ReactiveMapper.builder(pool)
                .statementTimeout(Duration.ofMillis(1500))
                .transactionTimeout(Duration.ofSeconds(3))
                .build();
        ReactiveMapper sharing = ReactiveMapper.builder(pool)
                .statementTimeout(Duration.ofMillis(1500))
                .transactionTimeout(Duration.ofSeconds(3))
                .sharedReads(SharedReads.WHEN_BUSY)
                .sharedWrites(SharedWrites.WHEN_BUSY)
                .build();
        ReactiveMapper inSpring = ReactiveMapper.builder(pool, SpringTransactionBridge.of(pool))
                .statementTimeout(Duration.ofMillis(1500))
                .transactionTimeout(Duration.ofSeconds(3))
                .build();
        List<Kind> kinds = Stream.of(
                        new RowWrites(mapper, sharing).kinds(),
                        new RelationWrites(mapper).kinds(),
                        new TransactionWrites(mapper).kinds(),
                        new SpringWrites(inSpring, pool).kinds(),
                        new Reads(mapper, sharing).kinds())
                .flatMap(List::stream)
                .toList();
        return new KindredWorkload(pool, kinds);
    }

    @Override
    public List<Kind> kinds() {
        return kinds;
    }

    @Override
    public ConnectionPool pool() {
        return pool;
    }
}
