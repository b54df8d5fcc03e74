package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.persist.OwnerTouches;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Sends statements that write rows of one entity, and the changes of their owners with them. A statement may share a
 * statement with others. Immutable and thread-safe.
 *
 * @param statements sends a statement
 * @param returned reads the rows that a statement returns
 * @param owners adds the changes of owners
 * @param shared the writes that share statements, or null if each has its own
 */
record SingleWrites(
        StatementRunner statements,
        ReturnedRows returned,
        OwnerTouches owners,
        @Nullable SharedRowWrites shared) {

    /** Sends {@code statement} and returns its rows. It shares no statement. */
    <E> Mono<List<E>> rows(Statement statement, EntityModel<E> model) {
        return returned.of(touching(statements, model), statement, model);
    }

    /** Sends {@code statement} and returns its first row, or completes empty. */
    <E> Mono<E> row(Statement statement, EntityModel<E> model) {
        return row(statement, model, runner -> returned.of(touching(runner, model), statement, model));
    }

    /** Sends {@code statement} and returns its first row, or completes empty. */
    <E> Mono<E> row(ShapedStatement<?> statement, EntityModel<E> model) {
        return OwnerTouches.areIn(model)
                ? row(statement.statement(), model)
                : row(statement.statement(), model, runner -> returned.of(runner, statement, model));
    }

    private <E> Mono<E> row(Statement statement, EntityModel<E> model, Function<StatementRunner, Mono<List<E>>> alone) {
        return shared == null
                ? first(alone.apply(statements))
                : shared.write(statement, model, runner -> alone.apply(runner).map(RowOutcome::of))
                        .flatMap(outcome -> Mono.justOrEmpty(outcome.entity()));
    }

    /** Sends {@code statement} and returns the number of written rows. */
    <E> Mono<Long> change(Statement statement, EntityModel<E> model) {
        return change(statement, model, runner -> touching(runner, model).change(statement));
    }

    /** Sends {@code statement} and returns the number of written rows. */
    <E> Mono<Long> change(ShapedStatement<?> statement, EntityModel<E> model) {
        return OwnerTouches.areIn(model)
                ? change(statement.statement(), model)
                : change(statement.statement(), model, runner -> runner.change(statement));
    }

    private <E> Mono<Long> change(
            Statement statement, EntityModel<E> model, Function<StatementRunner, Mono<Long>> alone) {
        return shared == null
                ? alone.apply(statements)
                : shared.write(
                                statement,
                                model,
                                runner -> alone.apply(runner).map(rows -> new RowOutcome<E>(rows, null)))
                        .map(RowOutcome::rows);
    }

    /** Returns a runner whose writes of {@code model} touch owners. */
    private StatementRunner touching(StatementRunner runner, EntityModel<?> model) {
        return runner.through(statement -> owners.with(statement, model));
    }

    /** Returns the first of {@code rows}, or completes empty. */
    static <E> Mono<E> first(Mono<List<E>> rows) {
        return rows.handle((all, sink) -> {
            if (!all.isEmpty()) {
                sink.next(all.get(0));
            }
        });
    }
}
