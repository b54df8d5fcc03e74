package dev.kindred.model;

import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Subquery.Correlation;
import dev.kindred.model.RelationDefinition.RelationKeys;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A link of key columns. */
record DirectPath<E, R>(Supplier<EntityModel<R>> model, RelationKeys<E, R> keys) implements RelationPath<E, R> {

    @Override
    public EntityModel<R> related() {
        return model.get();
    }

    @Override
    public List<EntityColumn<E, ?>> source() {
        return keys.source();
    }

    @Override
    public List<EntityColumn<R, ?>> target() {
        return keys.target();
    }

    @Override
    public List<Hop> hops(Set<Relation<?, ?>> lifted) {
        return List.of(new Hop(
                Nodes.of(related()).table(),
                Correlation.all(RelationPath.references(target()), RelationPath.references(source()))));
    }

    @Override
    public RelatedRows<R> rows(Set<Relation<?, ?>> lifted) {
        return RelatedRows.of(related());
    }

    @Override
    public List<Relation<?, ?>> steps() {
        return List.of();
    }

    @Override
    public Optional<EntityModel<?>> pivotModel() {
        return Optional.empty();
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public boolean mayRepeat() {
        return false;
    }
}
