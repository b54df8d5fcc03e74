package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.model.HandleOfTypes;
import dev.kindred.internal.model.TypedHandle;
import dev.kindred.internal.sql.OneOfParts;
import dev.kindred.model.RelationState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;

/**
 * The member of an entity for a relation to one of several types. It has a handle for each type and publishes the one
 * whose key has a value. So the siblings of each type load together. Thread-safe.
 *
 * @param <T> the type of the related entities
 */
public final class HandleOfOne<T> extends Mono<T> implements Fuseable, HandleOfTypes {

    private final String relation;
    private final List<TypeValue<? extends T>> all;
    private final TypeValue<? extends T> present;

    private HandleOfOne(String relation, List<TypeValue<? extends T>> all) {
        this.relation = relation;
        this.all = all;
        this.present = present(all);
    }

    /** Returns the member for {@code handles}, one for each type of {@code relation}. */
    static HandleOfOne<?> of(OneOfParts relation, @Nullable Object type, List<TypedHandle> handles) {
        KeyResolver.@Nullable Reason reason = null;
        if (type != null && !relation.hasName(String.valueOf(type))) {
            reason = new WrongReference.UnknownType(relation, String.valueOf(type));
        } else if (handles.stream().filter(HandleOfOne::hasKey).count() > 1) {
            reason = new WrongReference.SeveralKeys(relation);
        }
        List<TypeValue<?>> all = new ArrayList<>(handles.size());
        for (TypedHandle handle : handles) {
            TypeValue<?> own = (TypeValue<?>) handle;
            all.add(reason == null ? own : own.unread(reason));
        }
        return new HandleOfOne<Object>(relation.relation(), List.copyOf(all));
    }

    private static boolean hasKey(TypedHandle handle) {
        return ((TypeValue<?>) handle).rawKey() != null;
    }

    /** The handle with a key, otherwise one whose key is not known, otherwise one without a row. */
    private static <T> TypeValue<? extends T> present(List<TypeValue<? extends T>> all) {
        for (TypeValue<? extends T> handle : all) {
            if (handle.rawKey() != null) {
                return handle;
            }
        }
        for (TypeValue<? extends T> handle : all) {
            if (handle.unread() != null) {
                return handle;
            }
        }
        return all.get(0);
    }

    @Override
    public Object handle(int position) {
        return all.get(position);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        present.emitTo(actual);
    }

    /** Returns the state without a statement. */
    @SuppressWarnings("unchecked") // a state is only read
    public RelationState<T> state() {
        return (RelationState<T>) present.valueState();
    }

    /** Returns whether the relation was loaded or preloaded, see {@link RelatedValue#wasAsked}. */
    public boolean wasAsked() {
        return present.wasAsked();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HandleOfOne<?> handle && handle.all.equals(all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /** Shows relation and state, and no key. */
    @Override
    public String toString() {
        return relation + "[" + state().getClass().getSimpleName() + "]";
    }
}
