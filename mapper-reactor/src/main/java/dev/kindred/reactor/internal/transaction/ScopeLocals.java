package dev.kindred.reactor.internal.transaction;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of one scope. They are dropped together with it, and when others roll back to a savepoint of theirs.
 * Thread-safe.
 */
public final class ScopeLocals {

    private final Map<Object, Object> values = new ConcurrentHashMap<>();
    private final WholeTransaction whole;
    private volatile int savepointRollbacks;

    ScopeLocals(WholeTransaction whole) {
        this.whole = whole;
        this.savepointRollbacks = whole.savepointRollbacks();
    }

    /** Returns the value of {@code key}, or null. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // a key is always used with one type
    public <T> @Nullable T getOrNull(Object key) {
        return (T) current().get(key);
    }

    /** Returns the value of {@code key}, which is {@code initial} at first. */
    @SuppressWarnings("unchecked") // a key is always used with one type
    public <T> T get(Object key, Supplier<T> initial) {
        return (T) current().computeIfAbsent(key, absent -> initial.get());
    }

    private Map<Object, Object> current() {
        int now = whole.savepointRollbacks();
        if (savepointRollbacks != now) {
            clear(now);
        }
        return values;
    }

    private synchronized void clear(int now) {
        if (savepointRollbacks != now) {
            values.clear();
            savepointRollbacks = now;
        }
    }
}
