package dev.kindred.internal.sql;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The value of a parameter for the tenant of the operation. The sender of the statement replaces it, because the tenant
 * is in the Context of the subscriber.
 *
 * @param claimed the tenant that the entity has, which must be the same; or null
 */
public record CurrentTenant(@Nullable Object claimed) {

    /** The tenant, whatever it is. */
    public static final CurrentTenant ANY = new CurrentTenant(null);

    /** Returns the tenant, which must be {@code claimed} unless that is null. */
    public static CurrentTenant of(@Nullable Object claimed) {
        return claimed == null ? ANY : new CurrentTenant(claimed);
    }

    /** Returns whether {@code value} is the tenant, or the tenant in each of several rows. */
    public static boolean isIn(@Nullable Object value) {
        return value instanceof CurrentTenant
                || (value instanceof Collection<?> rows
                        && !rows.isEmpty()
                        && rows.iterator().next() instanceof CurrentTenant);
    }
}
