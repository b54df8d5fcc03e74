package dev.kindred.reactor;

import dev.kindred.internal.persist.BelongsToWrites;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.persist.BelongsToWriter;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.spi.StatementOrigin.Operation;
import java.util.Collection;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Where one entity points to. */
final class DefaultBelongsToOperations<E, R> extends BelongsToOperations<E, R> {

    private final Related<R> read;
    private final BelongsToRelation<E, R> relation;
    private final BelongsToWriter<E, R> writer;

    DefaultBelongsToOperations(Related<R> read, WriteContext writing, BelongsToRelation<E, R> relation, E child) {
        this.relation = relation;
        this.read = read;
        this.writer = new BelongsToWriter<>(writing.rows(), new BelongsToWrites<>(relation, writing.clock()), child);
    }

    @Override
    public Mono<R> find() {
        return read.find();
    }

    @Override
    public Mono<R> getOrDefault(Supplier<R> absent) {
        return read.getOrDefault(absent);
    }

    @Override
    public EntitySelect<R> query() {
        return read.query();
    }

    @Override
    public Mono<E> associate(R owner) {
        return writer.associate(Checks.notNull(owner, "owner"))
                .contextWrite(Origins.of(Operation.RELATION_UPDATE, relation.entity(), relation));
    }

    @Override
    public Mono<E> dissociate() {
        return writer.dissociate().contextWrite(Origins.of(Operation.RELATION_DELETE, relation.entity(), relation));
    }

    @Override
    public Mono<R> create(Collection<Assignment<R>> values) {
        return writer.create(Checks.noNulls(values, "values"))
                .contextWrite(Origins.of(Operation.RELATION_CREATE, relation.entity(), relation));
    }
}
