package dev.kindred.reactor.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.spi.Connection;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * A cancel on one thread meets what happens on another: the connection comes back once, and nothing is sent on it
 * afterwards.
 */
class ConnectionScopesRaceTests {

    private static final int ROUNDS = 10_000;

    private final AtomicInteger givenBack = new AtomicInteger();
    private final AtomicInteger sentLate = new AtomicInteger();
    private final Connection connection = (Connection) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                return switch (method.getName()) {
                    case "isAutoCommit" -> true;
                    case "hashCode" -> 1;
                    default -> throw new UnsupportedOperationException(method.getName());
                };
            });

    private ConnectionScopes scopes(Mono<Connection> acquire) {
        ConnectionSource source = new ConnectionSource() {
            @Override
            public Mono<Connection> acquire(ConnectionRequest request) {
                return acquire;
            }

            @Override
            public Mono<Void> release(Connection back) {
                return Mono.fromRunnable(givenBack::incrementAndGet);
            }

            @Override
            public Mono<Void> discard(Connection back) {
                return Mono.fromRunnable(givenBack::incrementAndGet);
            }
        };
        SqlCommands commands = new SqlCommands(
                new StatementObserver(List.of(), List.of(), null), new ServerErrors(false), Duration.ofSeconds(3));
        return new ConnectionScopes(source, commands, new ConnectionRecovery(source, commands));
    }

    private static void meet(Runnable here, Runnable there) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Mono<Void> other = Mono.<Void>fromRunnable(() -> {
                    await(barrier);
                    there.run();
                })
                .subscribeOn(Schedulers.boundedElastic());
        Sinks.Empty<Void> done = Sinks.empty();
        Disposable running = other.subscribe(nothing -> {}, done::tryEmitError, done::tryEmitEmpty);
        await(barrier);
        here.run();
        done.asMono().block(Duration.ofSeconds(5));
        assertThat(running.isDisposed()).isTrue();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Mono<Integer> send(Mono<Integer> answer) {
        return Mono.defer(() -> {
            sentLate.addAndGet(givenBack.get());
            return answer;
        });
    }

    @Test
    void aCancelThatMeetsTheStatementOnItsWay() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            givenBack.set(0);
            AtomicInteger taken = new AtomicInteger();
            Sinks.One<Connection> acquired = Sinks.one();
            Disposable subscriber = scopes(acquired.asMono().doOnNext(given -> taken.incrementAndGet()))
                    .own(Access.WRITE, scope -> scope.converse(Access.WRITE, sent -> send(Mono.never())))
                    .subscribe();

            meet(() -> acquired.tryEmitValue(connection), subscriber::dispose);

            // A cancel may come before the connection.
            assertThat(givenBack).hasValue(taken.get());
        }
        assertThat(sentLate).hasValue(0);
    }

    @Test
    void aCancelThatMeetsTheAnswer() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            givenBack.set(0);
            Sinks.One<Integer> answer = Sinks.one();
            Disposable subscriber = scopes(Mono.just(connection))
                    .own(Access.WRITE, scope -> scope.converse(Access.WRITE, sent -> send(answer.asMono())))
                    .subscribe();

            meet(() -> answer.tryEmitValue(1), subscriber::dispose);

            assertThat(givenBack).hasValue(1);
        }
        assertThat(sentLate).hasValue(0);
    }

    @Test
    void aCancelThatMeetsAFailure() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            givenBack.set(0);
            Sinks.One<Integer> answer = Sinks.one();
            Disposable subscriber = scopes(Mono.just(connection))
                    .own(Access.WRITE, scope -> scope.converse(Access.WRITE, sent -> send(answer.asMono())))
                    .onErrorComplete()
                    .subscribe();

            meet(() -> answer.tryEmitError(new IllegalStateException("lost")), subscriber::dispose);

            assertThat(givenBack).hasValue(1);
        }
    }
}
