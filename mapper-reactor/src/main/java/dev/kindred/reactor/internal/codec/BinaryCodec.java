package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes several Java types from the binary format. One codec covers all of them, because the driver rebuilds its
 * cache of codecs for each codec added to a connection, which takes about a millisecond.
 *
 * <p>The driver fills the cache from each {@link CodecMetadata} in the order of registration, with the codec's Java
 * type and each of its PostgreSQL types. A codec without this interface has no effect on types that the driver
 * supports. Therefore this class implements it:
 *
 * <ul>
 *   <li>During an iteration over the {@link #getDataTypes() PostgreSQL types}, {@link #type()} is the Java type read
 *       from the current PostgreSQL type.
 *   <li>At any other time, {@link #type()} is a class without values, because the driver also uses the codec as the
 *       encoder of that type, without calling {@link #canEncode}.
 * </ul>
 */
final class BinaryCodec implements Codec<Object>, CodecMetadata {

    private final Map<Class<?>, TypeReaders> readers;

    private final List<Target> targets;

    private final RawValue raw;

    private volatile Class<?> type = Nothing.class;

    BinaryCodec(ReaderCatalog catalog, Iterable<Codec<?>> registry) {
        this.readers = catalog.build();
        this.raw = new RawValue(new DirectReaders(this.readers, registry));
        this.targets = new ArrayList<>();
        this.readers.forEach((type, typeReaders) ->
                typeReaders.dataTypes().forEach(dataType -> this.targets.add(new Target(type, dataType))));
    }

    /** Accepts exact types only. For a supertype such as {@code Object}, the driver chooses the decoder. */
    @Override
    public boolean canDecode(int dataType, Format format, Class<?> type) {
        return type == RawValue.class || (format == Format.FORMAT_BINARY && find(dataType, type) != null);
    }

    @Override
    public @Nullable Object decode(@Nullable ByteBuf buffer, int dataType, Format format, Class<?> type) {
        if (buffer == null) {
            return null;
        }
        if (type == RawValue.class) {
            return this.raw.of(buffer, format);
        }
        ValueReader<?> reader = find(dataType, type);
        if (reader == null) {
            throw new IllegalArgumentException("Cannot decode " + type.getName() + " from OID " + dataType);
        }
        return reader.read(buffer, buffer.readerIndex(), buffer.readableBytes());
    }

    @Override
    public boolean canEncode(Object value) {
        return false;
    }

    @Override
    public boolean canEncodeNull(Class<?> type) {
        return false;
    }

    @Override
    public EncodedParameter encode(Object value) {
        throw onlyDecodes();
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        throw onlyDecodes();
    }

    @Override
    public EncodedParameter encodeNull() {
        throw onlyDecodes();
    }

    @Override
    public Class<?> type() {
        return this.type;
    }

    @Override
    public Iterable<Format> getFormats() {
        return EnumSet.of(Format.FORMAT_BINARY);
    }

    @Override
    public Iterable<PostgresqlObjectId> getDataTypes() {
        return DataTypes::new;
    }

    private @Nullable ValueReader<?> find(int dataType, Class<?> type) {
        TypeReaders typeReaders = this.readers.get(type);
        return typeReaders == null ? null : typeReaders.find(dataType);
    }

    private static UnsupportedOperationException onlyDecodes() {
        return new UnsupportedOperationException("This codec only decodes");
    }

    private record Target(Class<?> type, PostgresqlObjectId dataType) {}

    private static final class Nothing {}

    private final class DataTypes implements Iterator<PostgresqlObjectId> {

        private final Iterator<Target> remaining = BinaryCodec.this.targets.iterator();

        @Override
        public boolean hasNext() {
            if (this.remaining.hasNext()) {
                return true;
            }
            BinaryCodec.this.type = Nothing.class;
            return false;
        }

        @Override
        public PostgresqlObjectId next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Target target = this.remaining.next();
            BinaryCodec.this.type = target.type();
            return target.dataType();
        }
    }
}
