package dev.kindred.reactor.internal.select;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.EntityShape;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The statement that finds an entity by its primary key. Its text is the same for every key, so it is rendered once.
 * Immutable and thread-safe.
 */
public record KeyLookup<E>(EntityModel<E> model, EntityShape<E> shape, RenderedSql first) {

    /** Returns the look-up of entities of {@code model}. The text is rendered with the key {@code parts}. */
    public static <E> KeyLookup<E> of(EntityModel<E> model, List<Object> parts, StatementRunner statements) {
        SelectQuery<E> query = SelectQuery.of(model).where(PrimaryKeys.condition(model, parts));
        return new KeyLookup<>(model, EntityShape.of(model, model.columns()), statements.render(query.toSelect()));
    }

    /** Returns the entity with the key {@code parts}: one statement. */
    public Mono<E> find(QueryContext execution, List<Object> parts) {
        RenderedSql sql = new RenderedSql(first.text(), parameters(parts));
        EntityReads reads = execution.relations().entities();
        return execution
                .observe(Operation.FIND, model, reads.read(execution.statements(), sql, shape, reads.mode()))
                .handle((rows, sink) -> {
                    if (!rows.isEmpty()) {
                        sink.next(rows.get(0));
                    }
                });
    }

    private List<Parameter> parameters(List<Object> parts) {
        List<Parameter> parameters = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            parameters.add(parameter(i, parts.get(i)));
        }
        return parameters;
    }

    private Parameter parameter(int i, Object part) {
        EntityColumn<E, ?> column = model.id().get(i);
        Parameter known = first.parameters().get(i);
        return new Parameter(known.type(), PrimaryKeys.fitting(column, part), known.member());
    }
}
