package dev.kindred.model;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.util.Checks;
import java.util.List;

/** What becomes of the rows of an entity with a {@code @SoftDelete} member that are marked as deleted. */
public enum DeletedRows {
    /** They are left out. */
    LEFT_OUT,
    /** They are read like all others. */
    INCLUDED,
    /** Only they are read. */
    ONLY;

    /** Returns the conditions this makes on the rows of {@code model}, which are none when no row can be marked. */
    public List<Predicate> conditions(EntityModel<?> model) {
        return Checks.notNull(model, "model")
                .softDelete()
                .map(column -> new Predicate.IsNull(column.reference()))
                .map(undeleted -> switch (this) {
                    case LEFT_OUT -> List.<Predicate>of(undeleted);
                    case INCLUDED -> List.<Predicate>of();
                    case ONLY -> List.<Predicate>of(new Predicate.Negation(undeleted));
                })
                .orElse(List.of());
    }

    /**
     * Returns this.
     *
     * @throws MappingException when no row of {@code model} can be marked as deleted
     */
    public DeletedRows of(EntityModel<?> model) {
        if (Checks.notNull(model, "model").softDelete().isEmpty()) {
            throw new MappingException(model.name() + " has no member marked @SoftDelete, so no row of " + model.table()
                    + " counts as deleted. Mark one, or leave withDeleted() and onlyDeleted() out.");
        }
        return this;
    }
}
