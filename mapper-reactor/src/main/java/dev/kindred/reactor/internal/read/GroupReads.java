package dev.kindred.reactor.internal.read;

import dev.kindred.internal.query.DefaultGroupedRow;
import dev.kindred.internal.query.Groups;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.query.GroupedRow;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.row.RowDecoding;
import dev.kindred.reactor.internal.row.ValuesReader;
import dev.kindred.reactor.internal.row.ValuesReader.Wanted;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads the rows of a GROUP BY. Thread-safe: it has no state. */
public final class GroupReads {

    private GroupReads() {}

    /** Sends one statement and returns the rows of {@code groups}. */
    public static <E> Mono<List<GroupedRow<E>>> read(StatementRunner runner, Groups<E> groups, RowDecoding decoding) {
        List<Wanted> wanted = new ArrayList<>();
        groups.keys().forEach(key -> wanted.add(Wanted.of(key)));
        groups.values().forEach(value -> wanted.add(new Wanted(Nodes.of(value).type(), value)));
        return runner.read(
                        groups.toGrouping(),
                        () -> ValuesReader.<GroupedRow<E>>mapped(
                                wanted, decoding, values -> new DefaultGroupedRow<>(groups, values)))
                .contextWrite(
                        Origins.of(Operation.AGGREGATE, groups.query().model().type()));
    }
}
