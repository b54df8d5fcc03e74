package dev.kindred.reactor;

import dev.kindred.type.SqlType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Raw SQL, started by {@link ReactiveMapper#sql(String)}. See {@link dev.kindred.model.RawSql} for the rules of its
 * text. Immutable and thread-safe. Each step returns a new statement.
 */
public interface SqlStatement {

    /**
     * Binds a value to a name, with the SQL type of its class.
     *
     * @throws IllegalArgumentException if the text does not have the name, the name has a value, or the class has no
     *     default type
     */
    SqlStatement bind(String name, Object value);

    /**
     * Binds a value of {@code type}, which may be null. Errors are those of {@link #bind(String, Object)}.
     */
    <T> SqlStatement bind(String name, SqlType<T> type, @Nullable T value);

    /**
     * Binds null, with the SQL type of the class {@code type}. Errors are those of {@link #bind(String, Object)}.
     */
    SqlStatement bindNull(String name, Class<?> type);

    /**
     * Allows the SQL to read and write the rows of all tenants. In a mapper
     * {@linkplain ReactiveMapperBuilder#withTenants with tenants} SQL that neither names {@code :tenant} nor calls this
     * method ends with {@link dev.kindred.error.TenantException} before it is sent. The value of {@code :tenant} is the
     * tenant of the Context.
     */
    SqlStatement acrossTenants();

    /**
     * Reads entities with working handles. Sends no statement.
     *
     * <ul>
     *   <li>Columns are matched by name. Columns of the result that the entity does not have are ignored.
     *   <li>If the result lacks a column of the entity or has it twice, it is a
     *       {@link dev.kindred.error.MappingException}.
     *   <li>The driver cannot read an enum, an interval or a JSON type in binary format. Cast such a column to text.
     * </ul>
     *
     * @throws IllegalArgumentException if a name has no value
     * @throws dev.kindred.error.MappingException if {@code type} has no model
     */
    <E> SqlRows<E> as(Class<E> type);

    /**
     * Maps each row with {@code mapping}, which must not retain the row or return null. Sends no statement. An
     * exception of {@code mapping} ends the result with that exception.
     *
     * @throws IllegalArgumentException if a name has no value
     */
    <T> SqlRows<T> map(Function<SqlRow, ? extends T> mapping);

    /**
     * Runs the statement and returns the number of changed rows. One statement for each subscription. After a cancel in
     * a transaction the transaction can only be rolled back.
     *
     * @throws IllegalArgumentException if a name has no value
     */
    Mono<Long> execute();
}
