package dev.kindred.reactor.internal.execute;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.CurrentAuditor;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.spi.Auditor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Finds the auditor of each operation before its first statement, and puts it into the parameters of its statements.
 * Thread-safe.
 */
public final class Auditing {

    private final @Nullable Auditor auditor;
    private final Map<Object, Boolean> audited = new ConcurrentHashMap<>();

    /** Uses {@code auditor}; without one, all operations are without an auditor. */
    public Auditing(@Nullable Auditor auditor) {
        this.auditor = auditor;
    }

    /** Returns whether the mapper has an auditor. */
    public boolean isConfigured() {
        return auditor != null;
    }

    /**
     * Returns {@code work} with the auditor of the subscriber in its Context. The work writes rows of {@code entity} or
     * through {@code relation}. Subscribes to the auditor only if these have a column for it.
     */
    public <T> Mono<T> within(Class<?> entity, @Nullable Relation<?, ?> relation, Mono<T> work) {
        @Nullable Auditor current = auditor;
        return current == null
                ? work
                : Mono.deferContextual(context -> isAudited(entity, relation)
                        ? found(current, context).flatMap(found -> work.contextWrite(put(found)))
                        : work);
    }

    /** Returns {@code work} as {@link #within(Class, Relation, Mono)} does. */
    public <T> Flux<T> within(Class<?> entity, @Nullable Relation<?, ?> relation, Flux<T> work) {
        @Nullable Auditor current = auditor;
        return current == null
                ? work
                : Flux.deferContextual(context -> isAudited(entity, relation)
                        ? found(current, context).flatMapMany(found -> work.contextWrite(put(found)))
                        : work);
    }

    private static Mono<Optional<Object>> found(Auditor auditor, ContextView context) {
        return auditor.current(context).<Optional<Object>>map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Function<Context, Context> put(Optional<Object> found) {
        return context -> context.put(this, found);
    }

    private boolean isAudited(Class<?> entity, @Nullable Relation<?, ?> relation) {
        return audited.computeIfAbsent(
                relation == null ? entity : relation,
                key -> AuditedEntities.of(entity, relation).stream().anyMatch(Auditing::hasAuditor));
    }

    private static <E> boolean hasAuditor(EntityModel<E> model) {
        return model.columns().stream().anyMatch(column -> Nodes.of(column).isAuditor());
    }

    /**
     * Returns {@code parameters} with the auditor in {@code context}.
     *
     * @throws MappingException if a member cannot have the auditor
     */
    List<Parameter> resolve(List<Parameter> parameters, ContextView context) {
        for (Parameter parameter : parameters) {
            if (isAuditor(parameter)) {
                @Nullable Object found = in(context);
                return parameters.stream()
                        .map(each -> isAuditor(each) ? resolved(each, found) : each)
                        .toList();
            }
        }
        return parameters;
    }

    private @Nullable Object in(ContextView context) {
        if (auditor == null) {
            return null;
        }
        return context.<Optional<Object>>getOrEmpty(this)
                .orElseThrow(() -> new IllegalStateException("The auditor of the operation was not resolved."))
                .orElse(null);
    }

    private static boolean isAuditor(Parameter parameter) {
        return parameter.value() == CurrentAuditor.VALUE || isAuditors(parameter.value());
    }

    /** An audit column has the auditor in all rows or in no row. */
    private static boolean isAuditors(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.get(0) == CurrentAuditor.VALUE;
    }

    private static Parameter resolved(Parameter parameter, @Nullable Object found) {
        if (parameter.member() instanceof EntityColumn<?, ?> column) {
            requireFitting(column, found);
        }
        Object value = parameter.value();
        return new Parameter(
                parameter.type(),
                value instanceof List<?> rows ? Collections.nCopies(rows.size(), found) : found,
                parameter.member());
    }

    private static void requireFitting(EntityColumn<?, ?> column, @Nullable Object found) {
        if (found == null) {
            if (!Nodes.of(column).is(ColumnTrait.NULLABLE)) {
                throw new MappingException("The operation has no auditor, but " + column + " is not nullable. Give the"
                        + " mapper an auditor that emits a value in this Context, or mark the member @Nullable.");
            }
        } else if (!column.type().javaType().isInstance(found)) {
            throw new MappingException("The auditor is a " + found.getClass().getName() + ", but " + column + " is a "
                    + column.type().javaType().getName() + ". Make the two types the same.");
        }
    }
}
