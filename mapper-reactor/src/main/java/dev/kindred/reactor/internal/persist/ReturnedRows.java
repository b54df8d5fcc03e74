package dev.kindred.reactor.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.LinkRows;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.EntityShape;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.row.ValuesReader;
import dev.kindred.reactor.internal.row.ValuesReader.Wanted;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Sends statements that write, and reads the returned rows as entities. Thread-safe. */
final class ReturnedRows {

    private final EntityReads reads;

    /** Builds the entities with {@code reads}. */
    ReturnedRows(EntityReads reads) {
        this.reads = reads;
    }

    /** Sends {@code statement} and returns the entities of the returned rows, which have all columns. */
    <E> Mono<List<E>> of(StatementRunner runner, Statement statement, EntityModel<E> model) {
        EntityShape<E> shape = reads.shape(model, model.columns(), 0);
        return runner.write(statement, () -> reads.reader(shape, reads.mode()));
    }

    /** Sends {@code statement} and returns the entities of the returned rows, which have all columns. */
    <E> Mono<List<E>> of(StatementRunner runner, ShapedStatement<?> statement, EntityModel<E> model) {
        EntityShape<E> shape = reads.shape(model, model.columns(), 0);
        return runner.write(statement, () -> reads.reader(shape, reads.mode()));
    }

    /** Sends {@code statement} and returns the written parent and child. */
    <P, C> Mono<Pair<P, C>> pair(
            StatementRunner runner,
            ShapedStatement<InsertWithChild> statement,
            EntityModel<P> parent,
            EntityModel<C> child) {
        EntityShape<P> first = reads.shape(parent, parent.columns(), 0);
        EntityShape<C> second =
                reads.shape(child, child.columns(), parent.columns().size());
        return runner.write(statement, () -> {
                    RowReader<P> parents = reads.reader(first, reads.mode());
                    RowReader<C> children = reads.reader(second, reads.mode());
                    return row -> new Pair<>(parents.read(row), children.read(row));
                })
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw new MappingException("The insert into " + parent.table() + " and " + child.table()
                                + " stored no rows: a trigger or a rule of a table suppressed a row.");
                    }
                    return rows.get(0);
                });
    }

    /** Sends {@code statement} and returns the written pairs, whose keys have the types of {@code target}. */
    Mono<List<WrittenLink>> links(
            StatementRunner runner, ShapedStatement<LinkRows> statement, List<? extends EntityColumn<?, ?>> target) {
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(new Wanted(SqlTypes.INTEGER, null));
        target.forEach(column -> wanted.add(Wanted.of(column)));
        return runner.write(
                statement, () -> ValuesReader.<WrittenLink>mapped(wanted, reads.decoding(), WrittenLink::of));
    }

    /** A parent and its child. */
    record Pair<P, C>(P parent, C child) {}
}
