package dev.kindred.spring.boot.console;

import dev.kindred.reactor.internal.hint.RepeatedReads;
import dev.kindred.reactor.spi.StatementExecution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and the statements that it has sent so far. It has the pattern of the path, because a path contains values.
 * Thread-safe: statements of one request can end on several event loops.
 */
final class RecordedRequest {

    private final long id;
    private final String method;
    private final @Nullable String reference;
    private final Instant time = Instant.now();
    private final long started = System.nanoTime();
    private final int kept;
    private final List<RecordedStatement> statements = new ArrayList<>();
    private final RepeatedReads reads;
    private final RepeatedWrites writes;
    private @Nullable String path;
    private @Nullable Integer status;
    private @Nullable Long duration;
    private int count;
    private int transactionCount;
    private long rows;

    RecordedRequest(long id, String method, @Nullable String reference, ConsoleProperties properties) {
        this.id = id;
        this.method = method;
        this.reference = reference;
        this.kept = properties.statements();
        this.reads = new RepeatedReads(properties.repetitions());
        this.writes = new RepeatedWrites(properties.repetitions());
    }

    /**
     * The state at one time.
     *
     * @param id the number of the request
     * @param reference the text that the client has sent to recognize the request, or null
     * @param method the HTTP method
     * @param path the pattern of the path, or null if it is not known yet or no handler matched
     * @param time the start
     * @param status the status of the response, or null before it
     * @param duration the microseconds until the end of the response, or null before it
     * @param statements the number of statements, without those of transactions
     * @param transactionStatements the number of statements that begin and end transactions and savepoints
     * @param rows the number of rows of all results
     * @param hints the repeated statements
     */
    record Summary(
            long id,
            @Nullable String reference,
            String method,
            @Nullable String path,
            Instant time,
            @Nullable Integer status,
            @Nullable Long duration,
            int statements,
            int transactionStatements,
            long rows,
            List<Hint> hints) {}

    /**
     * A request with its statements.
     *
     * @param request the request
     * @param statements the first statements, in the order of their ends
     */
    record Details(Summary request, List<RecordedStatement> statements) {}

    RepeatedReads reads() {
        return reads;
    }

    long id() {
        return id;
    }

    synchronized void path(String pattern) {
        path = pattern;
    }

    synchronized void status(@Nullable Integer code) {
        status = code;
    }

    synchronized RecordedStatement add(StatementExecution execution) {
        RecordedStatement statement = RecordedStatement.of(execution, elapsed());
        if (statement.operation() == StatementExecution.Operation.TRANSACTION) {
            transactionCount++;
        } else {
            count++;
            writes.add(statement);
        }
        rows += statement.rows();
        if (statements.size() < kept) {
            statements.add(statement);
        }
        return statement;
    }

    synchronized void end() {
        duration = elapsed();
    }

    synchronized Summary summary() {
        return new Summary(id, reference, method, path, time, status, duration, count, transactionCount, rows, hints());
    }

    synchronized Details details() {
        return new Details(summary(), List.copyOf(statements));
    }

    private List<Hint> hints() {
        List<Hint> hints = new ArrayList<>();
        reads.found().forEach(read -> hints.add(new Hint(read.times(), read.sql(), read.hint())));
        hints.addAll(writes.hints());
        return hints;
    }

    private long elapsed() {
        return (System.nanoTime() - started) / 1000;
    }
}
