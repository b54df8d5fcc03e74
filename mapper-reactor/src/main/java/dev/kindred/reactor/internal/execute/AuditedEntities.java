package dev.kindred.reactor.internal.execute;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityModel;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.PivotRelation;
import dev.kindred.model.Relation;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the entities whose rows an operation may write. Thread-safe: it has no state. */
final class AuditedEntities {

    private AuditedEntities() {}

    /**
     * Returns the models of {@code entity}, of both sides and the pivot of {@code relation}, and of all owners that
     * these touch.
     */
    static Set<EntityModel<?>> of(Class<?> entity, @Nullable Relation<?, ?> relation) {
        Set<EntityModel<?>> models = new LinkedHashSet<>();
        add(EntityModel.of(entity), models);
        if (relation != null) {
            add(EntityModel.of(relation.entity()), models);
            add(relation.related(), models);
            if (relation instanceof PivotRelation<?, ?, ?> over) {
                add(over.pivots().related(), models);
            } else if (relation instanceof ManyToManyRelation<?, ?> pairs) {
                pairs.pivotModel().ifPresent(pivot -> add(pivot, models));
            }
        }
        return models;
    }

    private static <E> void add(EntityModel<E> model, Set<EntityModel<?>> models) {
        if (models.add(model)) {
            for (Relation<E, ?> owner : model.relations()) {
                if (Nodes.of(owner).touchesOwner()) {
                    add(owner.related(), models);
                }
            }
        }
    }
}
