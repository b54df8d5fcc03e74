package dev.kindred.reactor;

import dev.kindred.internal.persist.BelongsToWrites;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.reactor.internal.persist.BelongsToWriter;
import dev.kindred.reactor.internal.persist.WriteContext;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** The operations on the owner of one entity. */
final class DefaultBelongsToOperations<E, R> extends DefaultRelationOperations<E, R>
        implements BelongsToOperations<E, R> {

    private final BelongsToWriter<E, R> writer;

    DefaultBelongsToOperations(Related<R> read, WriteContext writing, BelongsToRelation<E, R> relation, E child) {
        super(read, writing, relation);
        this.writer = new BelongsToWriter<>(writing.rows(), new BelongsToWrites<>(relation, writing.clock()), child);
    }

    @Override
    public Mono<E> associate(R owner) {
        return updates(writer.associate(Checks.notNull(owner, "owner")));
    }

    @Override
    public Mono<E> dissociate() {
        return deletes(writer.dissociate());
    }

    @Override
    public Mono<R> create(Collection<Assignment<R>> values) {
        return creates(writer.create(Checks.noNulls(values, "values")));
    }
}
