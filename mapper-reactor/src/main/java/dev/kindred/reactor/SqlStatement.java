package dev.kindred.reactor;

import dev.kindred.type.SqlType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A statement that the user writes, started by {@link ReactiveMapper#sql(String)}. Immutable and thread-safe: each step returns a new one.
 * {@link dev.kindred.model.RawSql} says what its text may hold.
 */
public interface SqlStatement {

    /**
     * Gives a name its value, sent as the type of its class.
     *
     * @throws IllegalArgumentException when the text does not have the name, or it has a value already, or the class has no type of its own
     */
    SqlStatement bind(String name, Object value);

    /** Gives a name a value of {@code type}, which may be null. Errors are those of {@link #bind(String, Object)}. */
    <T> SqlStatement bind(String name, SqlType<T> type, @Nullable T value);

    /** Gives a name a null of the type that values of {@code type} have. Errors are those of {@link #bind(String, Object)}. */
    SqlStatement bindNull(String name, Class<?> type);

    /**
     * Reads entities with live handles, each column by its name; columns that the entity does not have are left out. One that is missing, or
     * there twice, is a {@link dev.kindred.error.MappingException}. A column that the driver does not read in binary, as one of an enum, an
     * interval or a JSON type, is to be selected with a cast to text.
     *
     * @throws IllegalArgumentException when a name has no value
     * @throws dev.kindred.error.MappingException when there is no model of {@code type}
     */
    <E> SqlRows<E> as(Class<E> type);

    /**
     * Reads what {@code mapping} makes of each row, which it must not keep and must not make null of. Its errors are those of the result.
     *
     * @throws IllegalArgumentException when a name has no value
     */
    <T> SqlRows<T> map(Function<SqlRow, ? extends T> mapping);

    /**
     * Runs the statement and returns how many rows it has changed. One statement for each subscription, none before; a cancel while it runs
     * in a transaction lets the transaction only be rolled back.
     *
     * @throws IllegalArgumentException when a name has no value
     */
    Mono<Long> execute();
}
