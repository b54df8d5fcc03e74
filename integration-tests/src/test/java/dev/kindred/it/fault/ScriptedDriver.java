package dev.kindred.it.fault;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.reactivestreams.Publisher;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * A driver without a server. A {@link Script} decides when and how each of its publishers signals. It tracks the
 * relevant session state. It does not cover features of the PostgreSQL driver: cancel requests and COPY. Confined to
 * one thread.
 */
final class ScriptedDriver implements ConnectionFactory {

    static final Set<Fault> AT_CALL = EnumSet.of(Fault.CANCEL, Fault.THROWN);

    private final Script script = new Script();
    private final VirtualTimeScheduler time;
    private final List<ScriptedConnection> connections = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private ToIntFunction<String> rows = sql -> 1;
    private int commitsSent;
    private int commitsAnswered;

    ScriptedDriver(VirtualTimeScheduler time) {
        this.time = time;
    }

    /** Sets the number of rows of each statement. */
    void answer(ToIntFunction<String> given) {
        rows = given;
    }

    int rows(String sql) {
        return rows.applyAsInt(sql);
    }

    Script script() {
        return script;
    }

    List<ScriptedConnection> connections() {
        return connections;
    }

    /** Returns the violations of the driver contract that the driver can detect. */
    List<String> violations() {
        return violations;
    }

    /** Returns the statements that were sent, in order. */
    List<String> sent() {
        return sent;
    }

    boolean isCommitUnanswered() {
        return commitsSent > commitsAnswered;
    }

    void forgetOutcomes() {
        commitsSent = 0;
        commitsAnswered = 0;
    }

    void commitSent() {
        commitsSent++;
    }

    void commitAnswered() {
        commitsAnswered++;
    }

    void later(Runnable task) {
        time.schedule(() -> guarded(task), 1, TimeUnit.MILLISECONDS);
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            violations.add("a signal was answered by " + e);
        }
    }

    /** A call at a boundary. It throws if the script plans so. */
    void call(String name) {
        if (script.pass(name, AT_CALL) == Fault.THROWN) {
            throw Failures.lost();
        }
    }

    @Override
    public Publisher<Connection> create() {
        return subscriber -> {
            ScriptedPublisher.Exchange exchange = this::later;
            new ScriptedPublisher<Connection>(script, "connection", exchange, List.of(this::open))
                    .subscribe(subscriber);
        };
    }

    private Connection open() {
        ScriptedConnection connection = new ScriptedConnection(this, connections.size());
        connections.add(connection);
        return connection;
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return () -> "scripted";
    }
}
