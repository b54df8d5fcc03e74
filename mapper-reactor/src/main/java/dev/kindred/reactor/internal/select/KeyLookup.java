package dev.kindred.reactor.internal.select;

import dev.kindred.internal.key.SharedKeys;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.sql.CurrentTenant;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.EntityShape;
import dev.kindred.reactor.internal.shared.SharedQueue;
import dev.kindred.reactor.internal.shared.Sharing;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The statement that finds an entity by its primary key. Its text is the same for every key, so it is rendered once.
 * Thread-safe.
 *
 * @param shared the reads that may share a statement, or null if each has its own
 */
public record KeyLookup<E>(
        EntityModel<E> model,
        EntityShape<E> shape,
        RenderedSql first,
        @Nullable SharedQueue<List<Object>, E> shared) {

    /** Returns the look-up of entities of {@code model}. The text is rendered with the key {@code parts}. */
    public static <E> KeyLookup<E> of(EntityModel<E> model, List<Object> parts, QueryContext execution) {
        SelectQuery<E> query = SelectQuery.of(model).where(PrimaryKeys.condition(model, parts));
        return new KeyLookup<>(
                model,
                EntityShape.of(model, model.columns()),
                execution.statements().render(query.toSelect()),
                sharedOrNull(model, execution));
    }

    private static <E> @Nullable SharedQueue<List<Object>, E> sharedOrNull(
            EntityModel<E> model, QueryContext execution) {
        @Nullable Sharing sharing = execution.relations().sharing();
        return sharing == null
                        || !SharedKeys.areExact(model.id())
                        || Nodes.of(model).table().tenant() != null
                ? null
                : new SharedQueue<>(
                        sharing,
                        Access.READ,
                        SharedFind.of(model, execution.relations().entities()));
    }

    /** Returns the entity with the key {@code parts}: one statement, of this caller or a shared one. */
    public Mono<E> find(QueryContext execution, List<Object> parts) {
        List<Object> fitting = fitting(parts);
        List<Object> key = fitting.size() == 1 ? fitting : List.of(fitting);
        return execution.observe(
                Operation.FIND,
                model,
                shared == null ? alone(execution, fitting) : shared.call(key, () -> alone(execution, fitting)));
    }

    private Mono<E> alone(QueryContext execution, List<Object> parts) {
        return rows(execution, parts).handle((rows, sink) -> {
            if (!rows.isEmpty()) {
                sink.next(rows.get(0));
            }
        });
    }

    private Mono<List<E>> rows(QueryContext execution, List<Object> parts) {
        EntityReads reads = execution.relations().entities();
        RenderedSql sql = first.with(parameters(parts));
        return reads.read(execution.statements(), sql, shape, reads.mode());
    }

    private List<Object> fitting(List<Object> parts) {
        if (parts.size() == 1) {
            return List.of(PrimaryKeys.fitting(model.id().get(0), parts.get(0)));
        }
        List<Object> fitting = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            fitting.add(PrimaryKeys.fitting(model.id().get(i), parts.get(i)));
        }
        return fitting;
    }

    private List<Parameter> parameters(List<Object> fitting) {
        List<Parameter> parameters = new ArrayList<>(first.parameters().size());
        int part = 0;
        for (Parameter known : first.parameters()) {
            boolean isTenant = CurrentTenant.isIn(known.value());
            parameters.add(isTenant ? known : new Parameter(known.type(), fitting.get(part++), known.member()));
        }
        return parameters;
    }
}
