package dev.kindred.reactor.internal.persist;

import dev.kindred.error.CheckViolationException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.OrphanedRowsException;
import dev.kindred.error.StatementException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.ForeignKey;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Adds the relation to the message of a violated key. Thread-safe: it has no state. */
final class RelationErrors {

    private RelationErrors() {}

    /**
     * Returns {@code error} with the relation whose key was violated, if any. {@code entity} was written, or is null if
     * unknown.
     */
    static <E> Throwable named(Throwable error, EntityModel<E> model, @Nullable E entity) {
        return entity == null ? named(error, model) : written(error, model, column -> column.getOrNull(entity));
    }

    /** Returns {@code error} with the relation whose key was violated, if any. */
    static <E> Throwable named(Throwable error, EntityModel<E> model) {
        return written(error, model, column -> null);
    }

    /**
     * Returns {@code error} with the relation whose key was violated, if any. {@code child} was written with the
     * foreign key {@code key}.
     */
    static <E> Throwable named(Throwable error, EntityModel<E> model, E child, ForeignKey<E> key) {
        return written(error, model, column -> {
            for (ForeignKey.Part<E> part : key.parts()) {
                if (part.column().equals(column)) {
                    return part.value().value();
                }
            }
            return column.getOrNull(child);
        });
    }

    /** Returns {@code error} with the relation whose key was violated, if any. {@code values} were written. */
    static <E> Throwable assigned(Throwable error, EntityModel<E> model, List<Assignment<E>> values) {
        return written(error, model, column -> {
            for (Assignment<E> value : values) {
                if (value.column().equals(column)) {
                    return value.value();
                }
            }
            return null;
        });
    }

    private static <E> Throwable written(Throwable failure, EntityModel<E> model, Written<E> written) {
        Throwable error = ViolatedMembers.named(failure, model);
        if (error instanceof StatementException refused && refused.relation() != null) {
            return error;
        }
        if (error instanceof UniqueViolationException violation && concerns(violation, model)) {
            for (Relation<E, ?> owner : model.relations()) {
                if (Nodes.of(owner).holdsForeignKey() && isKey(violation, owner.sourceKey())) {
                    return alreadyThere(violation, owner, written);
                }
            }
        }
        return error instanceof ForeignKeyViolationException violation ? pointsNowhere(violation, model) : error;
    }

    /** Returns {@code error} with {@code relation} if the server refused a second row for the same parent. */
    static <E> Throwable named(Throwable failure, Relation<E, ?> relation, @Nullable E parent) {
        Throwable error = ViolatedMembers.named(failure, relation.related());
        return error instanceof UniqueViolationException violation
                        && Nodes.of(relation).isToOne()
                        && concerns(violation, relation.related())
                        && isKey(violation, relation.targetKey())
                ? alreadyHas(violation, relation, parent == null ? null : RelationKey.raw(relation.sourceKey(), parent))
                : error;
    }

    /** Returns the error of a replacement that would leave rows without a parent. */
    static OrphanedRowsException orphaned(Relation<?, ?> relation) {
        return new OrphanedRowsException("Cannot replace " + relation + ": the "
                + relation.entity().getSimpleName() + " has other rows of "
                + relation.related().name() + ", and OrphanPolicy.REFUSE keeps them. Nothing was changed. Keep"
                + " these rows in the replacement, or choose DELETE or SET_NULL.");
    }

    /** Returns {@code failure} of a write of pairs, naming the member that the server refused. */
    static <P> Throwable linked(Throwable failure, Relation<?, ?> relation, EntityModel<P> pivot) {
        Throwable error = ViolatedMembers.named(failure, pivot);
        return error instanceof ForeignKeyViolationException violation && concerns(violation, pivot)
                ? new ForeignKeyViolationException(
                        "Cannot write " + relation + ": no row exists with a key of the pair. Save the "
                                + relation.entity().getSimpleName() + " and the "
                                + relation.related().name() + " first. Nothing was changed. " + violation.getMessage(),
                        violation.serverError().concerning(relation.toString()),
                        violation.getCause())
                : error;
    }

    /**
     * Runs {@code write} with false. After a unique violation it runs it once more with true: the write then sets the
     * values aside that rows of one list may exchange. If that also violates a constraint, it is the first error.
     */
    static <T> Mono<T> exchanging(Function<Boolean, Mono<T>> write) {
        return write.apply(false)
                .onErrorResume(
                        UniqueViolationException.class,
                        violation -> write.apply(true).onErrorMap(RelationErrors::isViolation, again -> violation));
    }

    private static boolean isViolation(Throwable error) {
        return error instanceof UniqueViolationException
                || error instanceof CheckViolationException
                || error instanceof NotNullViolationException
                || error instanceof ForeignKeyViolationException;
    }

    /** Returns the error of a replacement in which rows of one list may exchange unique values. */
    static Throwable exchanged(UniqueViolationException violation) {
        return new UniqueViolationException(
                "Nothing was replaced. If rows of the list exchange or pass on values of a unique index, PostgreSQL"
                        + " refuses it row by row: declare the constraint DEFERRABLE, or free the values in a call"
                        + " before. " + violation.getMessage(),
                violation.serverError(),
                violation.getCause());
    }

    private static <E, R> Throwable alreadyThere(
            UniqueViolationException violation, Relation<E, R> owner, Written<E> written) {
        @Nullable
        Object key = owner.sourceKey().size() == 1
                ? written.valueOf(owner.sourceKey().get(0))
                : null;
        for (Relation<R, ?> child : owner.related().relations()) {
            if (Nodes.of(child).isDirect()
                    && !Nodes.of(child).holdsForeignKey()
                    && Nodes.of(child).isToOne()
                    && child.related().type() == owner.entity()
                    && child.targetKey().equals(owner.sourceKey())) {
                return alreadyHas(violation, child, key);
            }
        }
        String message = "Another " + owner.entity().getSimpleName() + " already belongs to the same "
                + owner.related().name() + " (" + owner + "). ";
        return new UniqueViolationException(
                message + violation.getMessage(),
                violation.serverError().concerning(owner.toString()),
                violation.getCause());
    }

    private static Throwable alreadyHas(
            UniqueViolationException violation, Relation<?, ?> relation, @Nullable Object key) {
        String message = relation.entity().getSimpleName() + (isHarmless(key) ? " " + key : "") + " already has a "
                + relation.name() + " (" + relation + "). " + remedy(relation);
        return new UniqueViolationException(
                message + violation.getMessage(),
                violation.serverError().concerning(relation.toString()),
                violation.getCause());
    }

    /** The relation neither finds nor replaces a row that it excludes. */
    private static String remedy(Relation<?, ?> relation) {
        String usual = "Replace it, or use one of firstOrCreate and updateOrCreate. ";
        if (relation.related().softDelete().isPresent()) {
            return usual
                    + "The unique index may contain a row that is marked as deleted. Restore that row, delete it"
                    + " permanently, or create the index that schema(..).verify() names, which excludes such rows. ";
        }
        return Nodes.of(relation).rows().conditions().isEmpty()
                ? usual
                : usual + "The existing row may be one that the scope excludes: write that row without the relation. ";
    }

    private static <E> Throwable pointsNowhere(ForeignKeyViolationException violation, EntityModel<E> model) {
        for (Relation<E, ?> relation : model.relations()) {
            if (Nodes.of(relation).holdsForeignKey()
                    && concerns(violation, model)
                    && isKey(violation, relation.sourceKey())) {
                return new ForeignKeyViolationException(
                        "No " + relation.related().name() + " exists with the key that " + relation
                                + " references. Save it first. " + violation.getMessage(),
                        violation.serverError().concerning(relation.toString()),
                        violation.getCause());
            }
            if (!concerns(violation, model) && refersToEntity(violation, relation)) {
                return new ForeignKeyViolationException(
                        "The " + model.name() + " still has "
                                + (Nodes.of(relation).isToOne() ? "a " : "") + relation.name() + " (" + relation
                                + "). Delete or dissociate that first, or let the foreign key cascade. "
                                + violation.getMessage(),
                        violation.serverError().concerning(relation.toString()),
                        violation.getCause());
            }
        }
        return violation;
    }

    /** Tells whether a row of {@code relation}, or one of its pivots, references the entity. */
    private static boolean refersToEntity(StatementException violation, Relation<?, ?> relation) {
        return Nodes.of(relation).isDirect()
                ? !Nodes.of(relation).holdsForeignKey() && concerns(violation, relation.related())
                : relation.pivotModel()
                        .filter(pivot -> concerns(violation, pivot))
                        .isPresent();
    }

    private static boolean concerns(StatementException violation, EntityModel<?> model) {
        return Nodes.of(model).table().name().equals(violation.table());
    }

    private static <C> boolean isKey(StatementException violation, List<EntityColumn<C, ?>> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(Columns.reference(column).name()));
        return names.equals(Set.copyOf(violation.columns()));
    }

    /** The written values of a row, as far as they are known. */
    private interface Written<E> {

        @Nullable
        Object valueOf(EntityColumn<E, ?> column);
    }

    /** Numbers and UUIDs identify no person. A text key may, so messages do not contain it. */
    private static boolean isHarmless(@Nullable Object key) {
        return key instanceof Long || key instanceof Integer || key instanceof Short || key instanceof UUID;
    }
}
