package dev.kindred.it.boot.web;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;

/** Streams all people, and records the demand, the statements and the end. */
@Service
class Export implements StatementListener {

    static final int CHUNK = 100;

    final Queue<Long> demands = new ConcurrentLinkedQueue<>();
    final Queue<SignalType> ends = new ConcurrentLinkedQueue<>();
    final AtomicInteger chunks = new AtomicInteger();

    private final ObjectProvider<ReactiveMapper> mapper;

    Export(ObjectProvider<ReactiveMapper> mapper) {
        this.mapper = mapper;
    }

    Flux<Person> people() {
        return mapper.getObject().from(Person.class).stream(CHUNK)
                .doOnRequest(demands::add)
                .doFinally(ends::add);
    }

    @Override
    public void onStatement(StatementExecution execution) {
        if (execution.rows() == CHUNK) {
            chunks.incrementAndGet();
        }
    }

    void reset() {
        demands.clear();
        ends.clear();
        chunks.set(0);
    }
}
