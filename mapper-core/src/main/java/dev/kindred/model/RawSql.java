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
 * SQL that the user writes: a condition or a whole statement. Its text is sent as it is, so it must come from the
 * program and never from a user of it, best as a constant; values have names, {@code :name}, and are bound. Immutable
 * and thread-safe: each step returns a new one.
 *
 * <p>It must leave the session of its connection as it was, since others use the connection afterwards. SET, RESET,
 * LISTEN, LOAD, PREPARE, temporary tables without ON COMMIT DROP, cursors with hold, session advisory locks and
 * {@code set_config(.., false)} are a {@link SessionStateException} that names what to use instead. SET LOCAL,
 * {@code set_config(.., true)} and {@code pg_advisory_xact_lock} end with their transaction. What a block, a procedure
 * or a function that PostgreSQL does not bring does to the session cannot be seen: after SQL that calls one, the
 * session is reset before the connection is given back.
 *
 * <p>A name is what follows a single colon outside of texts, quoted names, dollar quotes and comments, which are left
 * alone, and so are {@code ::}, {@code :=} and operators with a question mark. A bound of an array slice that is a
 * column needs a space: {@code a[1 : n]}. The text is read as with {@code standard_conforming_strings} on, the server's
 * default.
 */
public final class RawSql extends Wrapper<RawStatement> {

    private RawSql(RawStatement statement) {
        super(statement);
    }

    /**
     * Starts with a text.
     *
     * @throws IllegalArgumentException when a quote, comment or parenthesis has no end, or there is a semicolon or a
     *     numbered placeholder
     */
    public static RawSql unsafeSql(String sql) {
        return new RawSql(RawStatement.of(sql));
    }

    /**
     * Gives a name its value, sent as the type of its class.
     *
     * @throws IllegalArgumentException when the text does not have the name, or it has a value already, or the class
     *     has no type of its own: an enum, a list and an array need {@link #bind(String, SqlType, Object)}
     */
    public RawSql bind(String name, Object value) {
        Checks.notNull(name, "name");
        return with(name, SqlTypes.typeOf(Checks.notNull(value, "value").getClass()), value);
    }

    /** Gives a name a value of {@code type}, which may be null. Errors are those of {@link #bind(String, Object)}. */
    public <T> RawSql bind(String name, SqlType<T> type, @Nullable T value) {
        Checks.notNull(name, "name");
        return with(name, Checks.notNull(type, "type"), value);
    }

    /**
     * Gives a name a null of the type that values of {@code type} have. Errors are those of
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
     * Returns this as a condition, which stands in parentheses. Its columns are those of the table that is queried, by
     * their names in the database; where a sub-query stands beside it that table goes by an alias, and columns that
     * both tables have are ambiguous.
     *
     * @throws IllegalArgumentException when a name has no value
     * @throws SessionStateException when it calls a function whose effect stays on the connection
     */
    public <E> Condition<E> condition() {
        RawStatement raw = Nodes.of(this).complete();
        @Nullable String refusal = SessionUse.ofCondition(raw.text().parts()).refusal();
        if (refusal != null) {
            throw new SessionStateException(refusal);
        }
        return new Condition<>(new Predicate.Raw(raw.text(), raw.values()));
    }

    /** Shows the names and not the values. */
    @Override
    public String toString() {
        return "RawSql" + Nodes.of(this).text().names();
    }
}
