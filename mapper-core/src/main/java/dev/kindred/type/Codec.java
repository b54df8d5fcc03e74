package dev.kindred.type;

/**
 * Converts between a user-defined type and a type that the mapper supports. A member names it with {@code
 * @Column(codec = MoneyCodec.class)}. {@link dev.kindred.annotation.DefaultCodec} sets it for all members of a type.
 *
 * <ul>
 * <li>A class with a visible no-argument constructor is instantiated once. A mapper can replace the instance: {@code
 * ReactiveMapper.builder(..).codec(..)}.
 * <li>A class whose constructors all have parameters is never instantiated. The mapper must have an instance, so that
 * the codec can have state, such as a key.
 * <li>The class is not abstract, generic, private or inner.
 * </ul>
 *
 * <p>A codec never receives null: null in the column is null in the member. {@code decode(encode(x))} must equal {@code
 * x}.
 *
 * <p>An exception from a codec becomes a {@link dev.kindred.error.MappingException}. It names the member, table and
 * column and the line that threw. It omits the original message, which may contain the value.
 *
 * <p>Must be thread-safe and must not block: it runs on the connection's event loop.
 *
 * @param <T> the type of the member
 * @param <W> a type that the mapper supports, for example {@code String} or {@code BigDecimal}
 */
public interface Codec<T, W> {

    /** Converts a member value to the value to write. */
    W encode(T value);

    /** Converts a value that was read to the member value. */
    T decode(W value);
}
