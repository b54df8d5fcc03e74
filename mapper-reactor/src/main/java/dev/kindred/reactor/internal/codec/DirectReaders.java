package dev.kindred.reactor.internal.codec;

import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.message.Format;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the readers that return the same values as the codecs of one connection. Thread-safe. */
public final class DirectReaders {

    /** The packages of the codecs of the driver, and of those that correct them. */
    private static final Set<String> KNOWN = Set.of(Codec.class.getPackageName(), DirectReaders.class.getPackageName());

    /** Marks a type that the driver reads. */
    private static final ValueReader<?> NONE = (buffer, start, length) -> {
        throw new IllegalStateException("The driver reads this type");
    };

    private final Map<Class<?>, TypeReaders> corrected;

    private final Iterable<Codec<?>> codecs;

    private final Map<Wanted, ValueReader<?>> found = new ConcurrentHashMap<>();

    DirectReaders(Map<Class<?>, TypeReaders> corrected, Iterable<Codec<?>> codecs) {
        this.corrected = corrected;
        this.codecs = codecs;
    }

    /** Returns the reader of a column as {@code type}, or null if only the codecs of the connection can read it. */
    public @Nullable ValueReader<?> find(Class<?> type, int dataType, Format format) {
        ValueReader<?> reader = this.found.computeIfAbsent(new Wanted(type, dataType, format), this::choose);
        return reader == NONE ? null : reader;
    }

    private ValueReader<?> choose(Wanted wanted) {
        ValueReader<?> reader =
                wanted.format == Format.FORMAT_BINARY ? binary(wanted) : TextReaders.find(wanted.type, wanted.dataType);
        return reader == null || isReadByApplication(wanted) ? NONE : reader;
    }

    private @Nullable ValueReader<?> binary(Wanted wanted) {
        TypeReaders readers = this.corrected.get(wanted.type);
        ValueReader<?> reader = readers == null ? null : readers.find(wanted.dataType);
        return reader == null ? BinaryReaders.find(wanted.type, wanted.dataType) : reader;
    }

    /** An application can register codecs of its own, which may return other values. The driver selects among them. */
    private boolean isReadByApplication(Wanted wanted) {
        for (Codec<?> codec : this.codecs) {
            if (!KNOWN.contains(codec.getClass().getPackageName())
                    && codec.canDecode(wanted.dataType, wanted.format, wanted.type)) {
                return true;
            }
        }
        return false;
    }

    private record Wanted(Class<?> type, int dataType, Format format) {}
}
