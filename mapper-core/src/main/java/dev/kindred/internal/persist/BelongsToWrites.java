package dev.kindred.internal.persist;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OneOfParts;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Assignment;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write through a {@link BelongsToRelation}, from the entity with the foreign key. Immutable and
 * thread-safe.
 */
public final class BelongsToWrites<E, R> {

    private final BelongsToRelation<E, R> relation;
    private final EntityModel<E> model;
    private final EntityWrites<E> children;
    private final EntityWrites<R> owners;
    /** The keys of the other types, if the owner is a row of one of several types. A row has one key. */
    private final List<EntityColumn<E, ?>> others;

    /** Creates the writes of {@code relation}; audit times come from {@code clock}. */
    public BelongsToWrites(BelongsToRelation<E, R> relation, Clock clock) {
        this.relation = relation;
        this.model = EntityModel.of(relation.entity());
        this.children = new EntityWrites<>(model, clock);
        this.owners = new EntityWrites<>(relation.related(), clock);
        this.others = others(model, relation);
    }

    private static <E> List<EntityColumn<E, ?>> others(EntityModel<E> model, BelongsToRelation<E, ?> relation) {
        List<ColumnReference> own = Columns.references(relation.sourceKey());
        for (OneOfParts oneOf : Nodes.of(model).oneOfs()) {
            if (oneOf.columns().containsAll(own) && oneOf.type() == null) {
                return model.columns().stream()
                        .filter(column -> oneOf.keys().contains(Columns.reference(column)))
                        .filter(column -> !relation.sourceKey().contains(column))
                        .toList();
            }
        }
        return List.of();
    }

    /** Returns the relation. */
    public BelongsToRelation<E, R> relation() {
        return relation;
    }

    /** Returns the foreign key that references {@code owner}, or null if its key is null. */
    public @Nullable ForeignKey<E> keyOf(R owner) {
        @Nullable ForeignKey<E> key = ForeignKey.of(relation.sourceKey(), relation.targetKey(), owner);
        return key == null ? null : key.and(ForeignKey.toNothing(others));
    }

    /** Returns whether {@code owner} must be inserted before a row can reference it. */
    public boolean isUnsaved(R owner) {
        return owners.hasGeneratedKey() && owners.isNew(owner);
    }

    /** Returns whether {@code child} is not stored yet. */
    public boolean isNew(E child) {
        return children.hasGeneratedKey() && children.isNew(child);
    }

    /** Returns whether an update without a matching row can mean another version. */
    public boolean isVersioned() {
        return children.isVersioned();
    }

    /** Returns the error for a saved owner whose key is null. */
    public RelationKeyMissingException keyMissing() {
        return new RelationKeyMissingException("Cannot write " + relation + ": the key " + relation.targetKey()
                + " of the saved owner is null, so no row can reference it.");
    }

    /** Returns the insert of {@code owner}. */
    public ShapedStatement<Insert> insertOwner(R owner) {
        return owners.insert(owner);
    }

    /** Returns the insert of an owner with the given columns. */
    public ShapedStatement<Insert> createOwner(List<Assignment<R>> values) {
        return owners.insert(
                relation.related(), RowDraft.created(relation.related(), values, AuditTime.reading(owners.clock())));
    }

    /**
     * Returns the update that sets the foreign key of the stored {@code child} to {@code key} and leaves its other
     * columns unchanged.
     */
    public ShapedStatement<Update> point(E child, ForeignKey<E> key) {
        return children.point(relation, child, key);
    }

    /** Returns the insert of {@code child} with the foreign key {@code key}. */
    public ShapedStatement<Insert> insert(E child, ForeignKey<E> key) {
        return children.insert(
                relation,
                RowDraft.inserted(model, child, AuditTime.reading(children.clock()))
                        .with(key));
    }

    /** Returns the insert of {@code owner} together with {@code child}. */
    public ShapedStatement<InsertWithChild> insertBoth(R owner, E child) {
        Clock now = AuditTime.reading(children.clock());
        RowDraft<R> draft = RowDraft.inserted(relation.related(), owner, now);
        if (NewFamily.hasNull(draft, relation.targetKey())) {
            throw keyMissing();
        }
        RowDraft<E> ofChild = RowDraft.inserted(model, child, now)
                .without(relation.sourceKey())
                .with(ForeignKey.toNothing(others));
        return NewFamily.of(
                relation,
                new NewFamily.Side<>(owners, draft, relation.targetKey()),
                new NewFamily.Side<>(children, ofChild, relation.sourceKey()));
    }

    /** Returns the foreign key with nulls. */
    public ForeignKey<E> toNothing() {
        return ForeignKey.toNothing(relation.sourceKey());
    }

    /** Returns the foreign keys of all types with nulls. */
    public ForeignKey<E> toNothingOfAnyType() {
        return toNothing().and(ForeignKey.toNothing(others));
    }

    /** Returns whether {@code child} references a row of another type, so that its key belongs to that type. */
    public boolean isOfOtherType(E child) {
        return relation.sourceKey().stream()
                .anyMatch(column -> column.getOrNull(child) == null
                        && model.columns().get(model.ordinal(column)).getOrNull(child) != null);
    }

    /** Returns the first foreign key column that is not nullable, or null if the entity does not need an owner. */
    public @Nullable EntityColumn<E, ?> columnThatNeedsOwner() {
        return ForeignKey.notNullable(relation.sourceKey());
    }
}
