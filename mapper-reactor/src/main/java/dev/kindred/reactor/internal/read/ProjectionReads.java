package dev.kindred.reactor.internal.read;

import dev.kindred.internal.query.DefaultProjectedRow;
import dev.kindred.internal.query.Projection;
import dev.kindred.query.ProjectedRow;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.row.RowDecoding;
import dev.kindred.reactor.internal.row.ValuesReader;
import dev.kindred.reactor.internal.row.ValuesReader.Wanted;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads the rows of a projection. Thread-safe: it has no state. */
public final class ProjectionReads {

    private ProjectionReads() {}

    /** Sends one statement and returns the rows of {@code projection}. */
    public static <E> Mono<List<ProjectedRow<E>>> read(
            StatementRunner runner, Projection<E> projection, RowDecoding decoding) {
        List<Wanted> wanted = projection.columns().stream().map(Wanted::of).toList();
        return runner.read(
                        projection.toSelect(),
                        () -> ValuesReader.<ProjectedRow<E>>mapped(
                                wanted, decoding, values -> new DefaultProjectedRow<>(projection, values)))
                .contextWrite(
                        Origins.of(Operation.FIND, projection.query().model().type()));
    }
}
