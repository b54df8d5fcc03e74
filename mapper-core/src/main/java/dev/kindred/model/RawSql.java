package dev.kindred.model;

import dev.kindred.error.SessionStateException;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RawStatement;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.SessionUse;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * SQL that the application writes: a condition or a statement. Immutable and thread-safe: each step returns a new
 * instance.
 *
 * <p>The text is sent unchanged. Use a constant; never build it from external input. Values have names, {@code :name},
 * and are bound.
 *
 * <p>The connection is pooled, so the SQL must not change its session:
 *
 * <ul>
 *   <li>SET, RESET, LISTEN, LOAD, PREPARE, temporary tables without ON COMMIT DROP, cursors with hold, session advisory
 *       locks and {@code set_config(.., false)} are a {@link SessionStateException}. Its message names the alternative.
 *   <li>SET LOCAL, {@code set_config(.., true)} and {@code pg_advisory_xact_lock} are allowed; they end with their
 *       transaction.
 *   <li>A DO block, a procedure or a user-defined function can change the session in unknown ways. After such SQL the
 *       session is reset before the connection is released.
 * </ul>
 *
 * <p>A name follows a single colon. Colons in literals, quoted identifiers, dollar quotes and comments do not start a
 * name, nor do {@code ::} and {@code :=}. Operators with a question mark are unchanged. A column as the bound of an
 * array slice needs a space: {@code a[1 : n]}. The text is parsed with {@code standard_conforming_strings = on}, the
 * server's default.
 */
public final class RawSql extends Wrapper<RawStatement> {

    private RawSql(RawStatement statement) {
        super(statement);
    }

    /**
     * Creates raw SQL from a text.
     *
     * @throws IllegalArgumentException if a quote, comment or parenthesis is not closed, or the text has a semicolon or
     *     a numbered placeholder
     */
    public static RawSql unsafeSql(String sql) {
        return new RawSql(RawStatement.of(sql));
    }

    /**
     * Binds a value to a name, with the default type of its class.
     *
     * @throws IllegalArgumentException if the text does not have the name, the name already has a value, or the class
     *     has no default type: an enum, a list and an array need {@link #bind(String, SqlType, Object)}
     */
    public RawSql bind(String name, Object value) {
        Checks.notNull(name, "name");
        return with(name, SqlTypes.typeOf(Checks.notNull(value, "value").getClass()), value);
    }

    /** Binds a value of {@code type}, or null, to a name. The errors are those of {@link #bind(String, Object)}. */
    public <T> RawSql bind(String name, SqlType<T> type, @Nullable T value) {
        Checks.notNull(name, "name");
        return with(name, Checks.notNull(type, "type"), value);
    }

    /**
     * Binds null to a name, with the default type of the class {@code type}. The errors are those of
     * {@link #bind(String, Object)}.
     */
    public RawSql bindNull(String name, Class<?> type) {
        Checks.notNull(name, "name");
        return with(name, SqlTypes.typeOf(Checks.notNull(type, "type")), null);
    }

    private RawSql with(String name, SqlType<?> type, @Nullable Object value) {
        return new RawSql(Nodes.of(this).with(name, new Parameter(type, value, ":" + name)));
    }

    /**
     * Returns this as a condition, in parentheses. It uses the database names of the columns of the queried table. In a
     * statement with sub-queries the table has an alias, and a column name that occurs in both tables is ambiguous.
     * {@code :tenant} without a value is the tenant of the operation.
     *
     * @throws IllegalArgumentException if a name has no value
     * @throws SessionStateException if it calls a function with a lasting effect on the session
     */
    public <E> Condition<E> condition() {
        RawStatement raw = Nodes.of(this).withTenant().complete();
        @Nullable String refusal = SessionUse.ofCondition(raw.text().parts()).refusal();
        if (refusal != null) {
            throw new SessionStateException(refusal);
        }
        return new Condition<>(new Predicate.Raw(raw.text(), raw.values()));
    }

    /** Returns the text with the names, without the values. */
    @Override
    public String toString() {
        return "RawSql" + Nodes.of(this).text().names();
    }
}
