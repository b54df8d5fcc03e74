package dev.kindred.model;

import dev.kindred.internal.model.RowValues;
import dev.kindred.internal.model.TypedHandle;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OneOfParts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of an entity that are relations, in their order. A relation to one of several types is one member and
 * several relations. Confined to the initialization of the generated class until the model is complete.
 *
 * @param <E> the entity
 */
final class GeneratedMembers<E> {

    private final List<Member> members = new ArrayList<>();
    /** The types that no relation to one of several types has yet. */
    private final List<BelongsToRelation<E, ?>> pending = new ArrayList<>();

    /**
     * A member.
     *
     * @param first the position of its first relation
     * @param oneOf the types, or null for an ordinary relation
     * @param typeOrdinal the position of the column with the name of the type, or negative
     */
    private record Member(int first, @Nullable OneOfParts oneOf, int typeOrdinal) {}

    /** Returns the number of members. */
    int size() {
        return members.size();
    }

    /** Returns the number of types that no relation to one of several types has yet. */
    int typesInProgress() {
        return pending.size();
    }

    void addRelation() {
        members.add(new Member(relations(), null, -1));
    }

    void addType(BelongsToRelation<E, ?> type) {
        pending.add(type);
    }

    private int relations() {
        return members.stream()
                .mapToInt(
                        member -> member.oneOf == null ? 1 : member.oneOf.arms().size())
                .sum();
    }

    <T> BelongsToOneOfRelation<E, T> addOneOf(
            Class<E> entity,
            String name,
            List<BelongsToRelation<E, ? extends T>> types,
            List<EntityColumn<E, ?>> columns) {
        OneOfParts parts = parts(entity.getSimpleName() + "." + name, types);
        List<ColumnReference> references = EntityModel.references(columns);
        int typeOrdinal = parts.type() == null ? -1 : references.indexOf(parts.type());
        members.add(new Member(relations(), parts, typeOrdinal));
        pending.clear();
        return BelongsToOneOfRelation.of(entity, name, types, parts);
    }

    private static OneOfParts parts(String relation, List<? extends BelongsToRelation<?, ?>> types) {
        @Nullable ColumnReference type = null;
        List<OneOfParts.Arm> arms = new ArrayList<>();
        for (BelongsToRelation<?, ?> each : types) {
            List<? extends EntityColumn<?, ?>> key = each.sourceKey();
            String target = each.name()
                    .substring(each.name().indexOf('(') + 1, each.name().length() - 1);
            @Nullable String name = null;
            if (key.size() > 1) {
                type = Nodes.of(key.get(0)).reference();
                name = String.valueOf(Nodes.of(key.get(0)).only());
            }
            arms.add(new OneOfParts.Arm(
                    target, name, Nodes.of(key.get(key.size() - 1)).reference()));
        }
        return new OneOfParts(relation, type, arms);
    }

    /** Returns the relations to one of several types. */
    List<OneOfParts> oneOfs() {
        List<OneOfParts> all = new ArrayList<>();
        for (Member member : members) {
            if (member.oneOf != null) {
                all.add(member.oneOf);
            }
        }
        return all;
    }

    /** Returns the value of the member at {@code position} for {@code row}. */
    @Nullable
    Object handle(RowValues row, int position) {
        Member member = members.get(position);
        return member.oneOf == null ? row.handle(member.first) : together(member, member.oneOf, row);
    }

    private static @Nullable Object together(Member member, OneOfParts oneOf, RowValues row) {
        int size = oneOf.arms().size();
        List<TypedHandle> handles = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (row.handle(member.first + i) instanceof TypedHandle handle) {
                handles.add(handle);
            }
        }
        @Nullable Object type = member.typeOrdinal < 0 ? null : row.nullable(member.typeOrdinal);
        return handles.size() < size ? null : handles.get(0).together(oneOf, type, handles);
    }
}
