package dev.kindred.it.fault;

import io.r2dbc.spi.Statement;
import io.r2dbc.spi.ValidationDepth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** One connection of a {@link ScriptedDriver}, with the session state of a server. Confined to one thread. */
final class ScriptedConnection extends PartialConnection {

    private final ScriptedDriver driver;
    private final int number;
    private boolean inTransaction;
    private boolean refusing;
    private boolean dead;
    private boolean silent;
    private boolean left;
    private int running;
    private boolean mustEnd;
    private boolean rolledBack;
    private int closes;

    ScriptedConnection(ScriptedDriver driver, int number) {
        this.driver = driver;
        this.number = number;
    }

    ScriptedDriver driver() {
        return driver;
    }

    /** From here on another caller owns the connection. */
    void leave() {
        left = true;
    }

    /** Returns how often the connection was closed. */
    int closes() {
        return closes;
    }

    /** Returns why no other caller may receive this connection. */
    List<String> stains() {
        List<String> stains = new ArrayList<>();
        if (inTransaction) {
            stains.add(this + " is in a transaction");
        }
        if (mustEnd) {
            stains.add(this + " was sent BEGIN, and neither was COMMIT answered nor ROLLBACK sent");
        }
        if (running > 0) {
            stains.add(this + " still runs " + running + " statements");
        }
        if (dead || silent) {
            stains.add(this + " is broken");
        }
        return stains;
    }

    void send(Request request) {
        if (left || closes > 0) {
            driver.violations().add(request.text + " was sent after " + this + " was given back");
        }
        if (rolledBack && !request.text.equals("ROLLBACK")) {
            driver.violations().add(request.text + " was sent after the ROLLBACK that was to clean " + this);
        }
        rolledBack |= request.text.equals("ROLLBACK");
        driver.sent().add(request.text);
        running++;
        mustEnd |= request.text.startsWith("BEGIN");
        mustEnd &= !request.text.equals("ROLLBACK");
        if (!silent && !dead) {
            driver.later(() -> carryOut(request.text));
        }
    }

    private void carryOut(String command) {
        if (dead || silent) {
            return;
        }
        if (command.startsWith("BEGIN")) {
            inTransaction = true;
        } else if (command.equals("ROLLBACK") || command.equals("COMMIT")) {
            inTransaction = false;
            refusing &= command.equals("COMMIT");
        } else if (command.startsWith("ROLLBACK TO")) {
            refusing = false;
        }
    }

    @Override
    public boolean isAutoCommit() {
        driver.call("isAutoCommit");
        return !inTransaction;
    }

    @Override
    public Statement createStatement(String sql) {
        driver.call("createStatement " + sql);
        return new ScriptedStatement(this, sql);
    }

    @Override
    public Publisher<Void> commitTransaction() {
        try {
            driver.call("commitTransaction");
        } catch (RuntimeException e) {
            // A driver that throws may have sent something.
            driver.commitSent();
            throw e;
        }
        Request commit = new Request("COMMIT") {
            @Override
            public void begin() {
                driver.commitSent();
                super.begin();
            }

            @Override
            public @Nullable Throwable failure() {
                return !dead && refusing ? Failures.rolledBack() : super.failure();
            }

            @Override
            public void end() {
                super.end();
                if (!dead) {
                    mustEnd = false;
                    refusing = false;
                    driver.commitAnswered();
                }
            }
        };
        return new ScriptedPublisher<>(driver.script(), "COMMIT", commit, List.of());
    }

    @Override
    public Publisher<Void> close() {
        driver.call("close");
        return new ScriptedPublisher<>(driver.script(), "close", new Closing(), List.of());
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        rolledBack = false;
        return new ScriptedPublisher<>(
                driver.script(), "validation", driver::later, List.of(() -> !dead && !silent && closes == 0));
    }

    @Override
    AssertionError unused() {
        AssertionError unused = new AssertionError("The mapper has no use for this method of a connection");
        driver.violations().add(unused.getMessage());
        return unused;
    }

    @Override
    public String toString() {
        return "connection " + number;
    }

    /** A statement that is in flight. */
    class Request implements ScriptedPublisher.Exchange {

        private final String text;
        private boolean ended;

        Request(String text) {
            this.text = text;
        }

        @Override
        public void later(Runnable task) {
            driver.later(task);
        }

        @Override
        public void begin() {
            send(this);
        }

        @Override
        public boolean isSilent() {
            return silent;
        }

        @Override
        public @Nullable Throwable failure() {
            if (dead) {
                return Failures.lost();
            }
            return refusing && !text.startsWith("ROLLBACK") ? Failures.inFailedTransaction() : null;
        }

        @Override
        public void lose() {
            dead = true;
        }

        @Override
        public void refuse() {
            if (text.startsWith("BEGIN")) {
                inTransaction = false;
            } else if (text.equals("ROLLBACK")) {
                inTransaction = true;
            } else {
                refusing = inTransaction;
            }
        }

        @Override
        public void silence() {
            silent = true;
        }

        @Override
        public void end() {
            if (!ended) {
                ended = true;
                running--;
            }
        }

        /** The server continues, and its response is discarded. */
        @Override
        public void abandoned() {
            later(() -> {
                if (!silent) {
                    Request.this.end();
                }
            });
        }
    }

    private final class Closing implements ScriptedPublisher.Exchange {

        @Override
        public void later(Runnable task) {
            driver.later(task);
        }

        @Override
        public void begin() {
            closes++;
        }
    }
}
