package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.InsertLinked;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.InsertWithChild.CopiedKey;
import dev.kindred.internal.sql.LinkRows;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.Touch;
import dev.kindred.internal.sql.Touch.Reach;
import dev.kindred.internal.sql.TouchingWrite;
import dev.kindred.internal.sql.Write;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds the touching of owners to a write. The same statement sets the {@code @UpdatedAt} and {@code @UpdatedBy} columns
 * and increments the versions of the rows that relations with {@link Relation#touchesOwner()} reference. Immutable and
 * thread-safe.
 */
public final class OwnerTouches {

    private final Clock clock;
    private final List<Settled> settled;

    private OwnerTouches(Clock clock, List<Settled> settled) {
        this.clock = clock;
        this.settled = List.copyOf(settled);
    }

    /** Creates touches with the time of {@code clock}. */
    public static OwnerTouches at(Clock clock) {
        return new OwnerTouches(clock, List.of());
    }

    /**
     * Returns a copy that does not touch the rows of {@code entities}. An earlier write of the same call returned these
     * rows, so they must not change again.
     */
    public <E> OwnerTouches after(EntityModel<E> model, List<E> entities) {
        if (model.id().isEmpty()) {
            return this;
        }
        KeyRows<E> keys = new KeyRows<>(model.id());
        entities.forEach(keys::add);
        List<Settled> all = new ArrayList<>(settled);
        all.add(new Settled(Nodes.of(model).table(), keys.matching(references(model.id()))));
        return new OwnerTouches(clock, all);
    }

    /** Returns whether a write of rows of {@code model} may touch owners. */
    public static <E> boolean areIn(EntityModel<E> model) {
        for (Relation<E, ?> relation : model.relations()) {
            if (Nodes.of(relation).touchesOwner()) {
                return true;
            }
        }
        return false;
    }

    /** Returns {@code statement} with the touches of the owners of the {@code model} rows that it writes. */
    public Statement with(Statement statement, EntityModel<?> model) {
        if (!(statement instanceof Write write)) {
            return statement;
        }
        List<Touch> touches = touchesOf(model, write);
        List<ColumnReference> id = references(model.id());
        return touches.isEmpty()
                ? statement
                : new TouchingWrite(write.withoutReturning(), id, write.returning(), touches);
    }

    /** Returns {@code links} with the touches of the owners of the {@code pivot} rows that it writes. */
    public LinkRows with(LinkRows links, EntityModel<?> pivot) {
        return links.touching(touchesOf(pivot, links.write()));
    }

    /** Returns {@code insert} with the touches of the owners of its rows and of their pairs. */
    public InsertLinked with(InsertLinked insert, EntityModel<?> related, EntityModel<?> pivot) {
        return insert.touching(
                touchesOf(related, insert.related()),
                touchesOf(pivot, insert.pairs().write()));
    }

    /** Returns {@code insert} with the touches of the owners. The parent is new, so it is not touched. */
    public InsertWithChild with(InsertWithChild insert, EntityModel<?> parent, EntityModel<?> child) {
        Set<ColumnReference> given =
                Set.copyOf(insert.links().stream().map(CopiedKey::foreignKey).toList());
        OwnerTouches ofParent = at(parent, insert.parent());
        OwnerTouches now = ofParent == this ? at(child, insert.child()) : ofParent;
        List<Touch> ofChild = now.touchesOf(child, insert.child()).stream()
                .filter(touch -> !given.equals(Set.copyOf(touch.foreignKey())))
                .toList();
        return new InsertWithChild(
                insert.parent(), insert.child(), insert.links(), now.touchesOf(parent, insert.parent()), ofChild);
    }

    private <E> List<Touch> touchesOf(EntityModel<E> model, Write write) {
        OwnerTouches now = at(model, write);
        now = now == this ? new OwnerTouches(AuditTime.reading(clock), settled) : now;
        List<Touch> touches = now.touchesOf(model, write, Set.of());
        if (!touches.isEmpty() && model.id().isEmpty()) {
            throw new MappingException(model.name() + " touches an owner, but has no @Id to find the former owner of a"
                    + " row. Mark the key with @Id, or remove the touch from the relation.");
        }
        return touches;
    }

    /**
     * Returns a copy with the audit time that {@code write} assigns, so that all times of one statement are equal;
     * without such a time, returns this.
     */
    private <E> OwnerTouches at(EntityModel<E> model, Write write) {
        for (EntityColumn<E, ?> column : model.columns()) {
            boolean isTime = Nodes.of(column).is(ColumnTrait.UPDATED_AT)
                    || Nodes.of(column).is(ColumnTrait.CREATED_AT);
            @Nullable
            Instant moment = isTime ? AuditTime.momentOf(write.valueOf(Columns.reference(column)), clock) : null;
            if (moment != null) {
                return new OwnerTouches(Clock.fixed(moment, clock.getZone()), settled);
            }
        }
        return this;
    }

    /** Follows each relation once on a path from the written row, so that cycles end. */
    private <E> List<Touch> touchesOf(EntityModel<E> pointing, Write write, Set<Relation<?, ?>> path) {
        List<Touch> touches = new ArrayList<>();
        for (Relation<E, ?> owner : pointing.relations()) {
            if (Nodes.of(owner).touchesOwner() && !path.contains(owner)) {
                boolean pointsAtNothing = path.isEmpty()
                        && write.isNew()
                        && owner.sourceKey().stream().anyMatch(column -> write.isNull(Columns.reference(column)));
                if (!pointsAtNothing) {
                    touches.add(touch(owner, write, path));
                }
            }
        }
        return touches;
    }

    private <E, R> Touch touch(Relation<E, R> owner, Write write, Set<Relation<?, ?>> path) {
        EntityModel<R> related = owner.related();
        Set<Reach> reach = EnumSet.noneOf(Reach.class);
        List<ColumnReference> foreignKey = references(owner.sourceKey());
        if (path.isEmpty() && foreignKey.stream().anyMatch(write::changes)) {
            reach.add(Reach.FORMER);
        }
        if (related.type() == owner.entity()) {
            reach.add(Reach.CHAIN);
        }
        if (!write.isNew() && Nodes.of(related).table().equals(write.table())) {
            reach.add(Reach.OTHERS);
        }
        Set<Relation<?, ?>> further = new HashSet<>(path);
        further.add(owner);
        List<CopiedKey> links = new ArrayList<>();
        for (int i = 0; i < foreignKey.size(); i++) {
            links.add(new CopiedKey(Columns.reference(owner.targetKey().get(i)), foreignKey.get(i)));
        }
        return new Touch(Nodes.of(related).table(), links, change(owner), reach, touchesOf(related, write, further));
    }

    private <R> Touch.Change change(Relation<?, R> owner) {
        List<ColumnReference> increments = new ArrayList<>();
        EntityModel<R> related = owner.related();
        List<SetColumn> values = AuditValue.ofUpdate(related, clock);
        for (EntityColumn<R, ?> column : related.columns()) {
            if (Nodes.of(column).is(ColumnTrait.VERSION)) {
                increments.add(Columns.reference(column));
            }
        }
        if (values.isEmpty()) {
            throw new MappingException("The " + owner + " touches its owner, but " + related.name()
                    + " has no member marked @UpdatedAt. Mark one, or remove the touch from the relation.");
        }
        return new Touch.Change(values, increments, unless(Nodes.of(related).table()));
    }

    private @Nullable Predicate unless(TableName table) {
        List<Predicate> rows = settled.stream()
                .filter(each -> each.table.equals(table))
                .map(Settled::rows)
                .toList();
        return rows.isEmpty() ? null : rows.size() == 1 ? rows.get(0) : new Predicate.Disjunction(rows);
    }

    private static <E> List<ColumnReference> references(List<EntityColumn<E, ?>> columns) {
        return columns.stream().map(Columns::reference).toList();
    }

    private record Settled(TableName table, Predicate rows) {}
}
