package dev.kindred.reactor.internal.connection;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import io.r2dbc.spi.Connection;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OperationsTests {

    private static final Connection CONNECTION = (Connection) Proxy.newProxyInstance(
            OperationsTests.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });
    private static final OperationListener LISTENER = (operation, context) -> (outcome, error) -> {};

    @Test
    void withoutAListenerNoOperatorIsAdded() {
        StatementObserver observer = new StatementObserver(List.of(), List.of(), null);
        Mono<String> one = Mono.just("one");
        Flux<String> many = Flux.just("many");

        assertSame(one, observer.operations().observe(Operation.FIND, null, null, one));
        assertSame(many, observer.operations().observe(Operation.FIND, null, null, many));
        assertSame(one, observer.observe(CONNECTION, "select 1", 0, one, value -> 1));
    }

    @Test
    void aListenerObservesOperationsAndStatements() {
        StatementObserver observer = new StatementObserver(List.of(), List.of(LISTENER), null);
        Mono<String> one = Mono.just("one");

        assertNotSame(one, observer.operations().observe(Operation.FIND, null, null, one));
        assertNotSame(one, observer.observe(CONNECTION, "select 1", 0, one, value -> 1));
    }
}
