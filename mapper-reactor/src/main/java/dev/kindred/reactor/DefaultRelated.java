package dev.kindred.reactor;

import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.util.Checks;
import dev.kindred.query.Restriction;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.internal.preload.TransientChild;
import dev.kindred.reactor.internal.select.Execution;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The relation of one entity, whose key was taken when it was asked for. */
final class DefaultRelated<R> implements Related<R> {

    /** What a sub-query made of the empty query is written with: no row, and not every row. */
    private static final Restriction NO_ROW = new Restriction(new Predicate.Disjunction(List.of()), List.of(), 1L);

    private final EntitySelect<R> query;
    private final TransientChild<?, R> standIn;

    DefaultRelated(
            Execution execution,
            SelectQuery<R> unrestricted,
            @Nullable SelectQuery<R> restricted,
            TransientChild<?, R> standIn) {
        this.standIn = standIn;
        this.query = restricted == null
                ? new EmptySelect<>(unrestricted.within(NO_ROW))
                : new DefaultEntitySelect<>(execution, restricted);
    }

    @Override
    public Mono<R> get() {
        return query.first();
    }

    @Override
    public Mono<R> getOrDefault(Supplier<R> absent) {
        Checks.notNull(absent, "absent");
        return get().switchIfEmpty(Mono.fromSupplier(() -> standIn.of(absent)));
    }

    @Override
    public EntitySelect<R> query() {
        return query;
    }
}
