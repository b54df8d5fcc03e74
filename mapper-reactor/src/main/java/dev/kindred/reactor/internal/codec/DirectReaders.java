package dev.kindred.reactor.internal.codec;

import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.message.Format;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the readers that return the same values as the codecs of one connection. Thread-safe. */
public final class DirectReaders {

    /** The packages of the codecs of the driver, and of those that correct them. */
    private static final Set<String> KNOWN = Set.of(Codec.class.getPackageName(), DirectReaders.class.getPackageName());

    private final Map<Class<?>, TypeReaders> corrected;

    private final Iterable<Codec<?>> codecs;

    private final Map<Class<?>, Choice[]> found = new ConcurrentHashMap<>();

    DirectReaders(Map<Class<?>, TypeReaders> corrected, Iterable<Codec<?>> codecs) {
        this.corrected = corrected;
        this.codecs = codecs;
    }

    /** Returns the reader of a column as {@code type}, or null if only the codecs of the connection can read it. */
    public @Nullable ValueReader<?> find(Class<?> type, int dataType, Format format) {
        Choice[] known = this.found.get(type);
        if (known != null) {
            for (Choice choice : known) {
                if (choice.dataType == dataType && choice.format == format) {
                    return choice.reader;
                }
            }
        }
        return choose(type, dataType, format);
    }

    private @Nullable ValueReader<?> choose(Class<?> type, int dataType, Format format) {
        ValueReader<?> reader =
                format == Format.FORMAT_BINARY ? binary(type, dataType) : TextReaders.find(type, dataType);
        ValueReader<?> chosen = isReadByApplication(type, dataType, format) ? null : reader;
        this.found.merge(type, new Choice[] {new Choice(dataType, format, chosen)}, DirectReaders::both);
        return chosen;
    }

    private static Choice[] both(Choice[] known, Choice[] more) {
        Choice[] all = Arrays.copyOf(known, known.length + 1);
        all[known.length] = more[0];
        return all;
    }

    private @Nullable ValueReader<?> binary(Class<?> type, int dataType) {
        TypeReaders readers = this.corrected.get(type);
        ValueReader<?> reader = readers == null ? null : readers.find(dataType);
        return reader == null ? BinaryReaders.find(type, dataType) : reader;
    }

    /** An application can register codecs of its own, which may return other values. The driver selects among them. */
    private boolean isReadByApplication(Class<?> type, int dataType, Format format) {
        for (Codec<?> codec : this.codecs) {
            if (!KNOWN.contains(codec.getClass().getPackageName()) && codec.canDecode(dataType, format, type)) {
                return true;
            }
        }
        return false;
    }

    /** The reader of a type of the server; null if the driver reads it. */
    private record Choice(
            int dataType, Format format, @Nullable ValueReader<?> reader) {}
}
