package dev.kindred.it.fault;

import dev.kindred.error.ConnectionException;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Records which caller received which connection and how it was returned. Confined to one thread. */
final class ScriptedSource implements ConnectionSource {

    private final ScriptedDriver driver;
    private final Map<Connection, Loan> loans = new LinkedHashMap<>();

    ScriptedSource(ScriptedDriver driver) {
        this.driver = driver;
    }

    @Override
    public Mono<Connection> acquire(ConnectionRequest request) {
        return Mono.from(driver.create())
                .onErrorMap(error -> new ConnectionException("No connection", error))
                .doOnNext(connection -> loans.put(connection, new Loan()));
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public Mono<Void> release(Connection connection) {
        driver.call("release");
        return Mono.from(giving("release", connection, () -> {
            driver.violations().addAll(((ScriptedConnection) connection).stains());
            loan(connection).released++;
        }));
    }

    @Override
    public Mono<Void> discard(Connection connection) {
        loan(connection).discarded++;
        driver.call("discard");
        return Mono.from(giving("discard", connection, () -> {}));
    }

    private ScriptedPublisher<Void> giving(String name, Connection connection, Runnable begin) {
        ScriptedPublisher.Exchange exchange = new ScriptedPublisher.Exchange() {
            @Override
            public void later(Runnable task) {
                driver.later(task);
            }

            @Override
            public void begin() {
                begin.run();
                ((ScriptedConnection) connection).leave();
            }
        };
        return new ScriptedPublisher<>(driver.script(), name, exchange, List.of());
    }

    /** Clears the record of finished loans. */
    void startAfresh() {
        loans.values().removeIf(loan -> loan.released + loan.discarded > 0);
    }

    private Loan loan(Connection connection) {
        return loans.get(connection);
    }

    /** Tells whether a connection is in use. */
    boolean isLent() {
        return loans.values().stream().anyMatch(loan -> loan.released + loan.discarded == 0);
    }

    /** Returns the errors in how connections were returned. A failed release may be followed by a discard. */
    List<String> findings(boolean givingBackWasBroken) {
        List<String> findings = new ArrayList<>();
        loans.forEach((connection, loan) -> {
            boolean once = loan.released + loan.discarded == 1;
            boolean discardedAfterwards = loan.released == 1 && loan.discarded == 1 && givingBackWasBroken;
            if (!once && !discardedAfterwards) {
                findings.add(connection + " was released " + loan.released + " times and discarded " + loan.discarded
                        + " times");
            }
        });
        return findings;
    }

    private static final class Loan {
        private int released;
        private int discarded;
    }
}
