package dev.kindred.type;

/**
 * Turns values of a type of the user's into values of a type the mapper knows, and back. Named on a member by
 * {@code @Column(codec = MoneyCodec.class)}; the class needs a constructor without arguments and is made once.
 *
 * <p>Null never reaches a codec: it is null in the column and in the member. {@code decode(encode(x))} must equal {@code x}. An
 * exception thrown here reaches the caller as a {@link dev.kindred.error.MappingException} that names member, table and column and the line
 * it came from, without its message, which may show the value. Must be thread-safe and must not block: it runs on the connection's event
 * loop.
 *
 * @param <T> the type of the member
 * @param <W> a type the mapper maps by itself, for example {@code String} or {@code BigDecimal}
 */
public interface Codec<T, W> {

    /** Returns the value to write. */
    W encode(T value);

    /** Returns the value that was read. */
    T decode(W value);
}
