package dev.kindred.internal.persist;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.InsertWithChild.CopiedKey;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Assignment;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write through a {@link BelongsToRelation}, from the entity that points. Immutable and
 * thread-safe.
 */
public final class BelongsToWrites<E, R> {

    private final BelongsToRelation<E, R> relation;
    private final EntityModel<E> model;
    private final EntityWrites<E> children;
    private final EntityWrites<R> owners;

    /** Takes audit times from {@code clock}. */
    public BelongsToWrites(BelongsToRelation<E, R> relation, Clock clock) {
        this.relation = relation;
        this.model = EntityModel.of(relation.entity());
        this.children = new EntityWrites<>(model, clock);
        this.owners = new EntityWrites<>(relation.related(), clock);
    }

    /** Returns the relation. */
    public BelongsToRelation<E, R> relation() {
        return relation;
    }

    /** Returns the foreign key that points at {@code owner}, or null when its key is. */
    public @Nullable ForeignKey<E> keyOf(R owner) {
        return ForeignKey.of(relation.sourceKey(), relation.targetKey(), owner);
    }

    /** Tells whether {@code owner} has to be inserted before anything can point at it. */
    public boolean isUnsaved(R owner) {
        return owners.hasGeneratedKey() && owners.isNew(owner);
    }

    /** Tells whether {@code child} was not stored yet. */
    public boolean isNew(E child) {
        return children.hasGeneratedKey() && children.isNew(child);
    }

    /** Tells whether an update that finds no row means another version. */
    public boolean isVersioned() {
        return children.isVersioned();
    }

    /** Returns the error for a saved owner whose key is null. */
    public RelationKeyMissingException keyMissing() {
        return new RelationKeyMissingException("Cannot write " + relation + ": the key " + relation.targetKey()
                + " of the saved owner is null, so nothing can point at it.");
    }

    /** Returns the insert of {@code owner}. */
    public Insert insertOwner(R owner) {
        return owners.insert(owner);
    }

    /** Returns the insert of an owner with the given columns. */
    public Insert createOwner(List<Assignment<R>> values) {
        return owners.insert(RowDraft.created(relation.related(), values, AuditTime.reading(owners.clock())));
    }

    /**
     * Returns the update that makes the stored {@code child} point as {@code key} does and leaves its other columns
     * alone.
     */
    public Update point(E child, ForeignKey<E> key) {
        return children.point(child, key);
    }

    /** Returns the insert of {@code child} that points as {@code key} does. */
    public Insert insert(E child, ForeignKey<E> key) {
        return children.insert(RowDraft.inserted(model, child, AuditTime.reading(children.clock()))
                .with(key));
    }

    /** Returns the insert of {@code owner} together with {@code child}. */
    public InsertWithChild insertBoth(R owner, E child) {
        Clock now = AuditTime.reading(children.clock());
        RowDraft<E> draft = RowDraft.inserted(model, child, now).without(relation.sourceKey());
        List<CopiedKey> links = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            links.add(new CopiedKey(
                    Columns.reference(relation.targetKey().get(i)),
                    Columns.reference(relation.sourceKey().get(i))));
        }
        InsertWithChild insert = new InsertWithChild(
                owners.insert(RowDraft.inserted(relation.related(), owner, now)), children.insert(draft), links);
        if (ForeignKey.isNull(insert)) {
            throw keyMissing();
        }
        return insert;
    }

    /** Returns the foreign key that points at nothing. */
    public ForeignKey<E> toNothing() {
        return ForeignKey.toNothing(relation.sourceKey());
    }

    /**
     * Returns the first column of the foreign key that takes no null, or null when the entity can do without an owner.
     */
    public @Nullable EntityColumn<E, ?> columnThatNeedsOwner() {
        return ForeignKey.notNullable(relation.sourceKey());
    }
}
