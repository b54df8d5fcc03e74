package dev.kindred.reactor.internal.codec;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The readers of one Java type, one for each PostgreSQL type. */
final class TypeReaders {

    private final List<PostgresqlObjectId> dataTypes;

    private final int[] objectIds;

    private final ValueReader<?>[] readers;

    TypeReaders(Map<PostgresqlObjectId, ValueReader<?>> readers) {
        this.dataTypes = List.copyOf(readers.keySet());
        this.objectIds = this.dataTypes.stream()
                .mapToInt(PostgresqlObjectId::getObjectId)
                .toArray();
        this.readers = this.dataTypes.stream().map(readers::get).toArray(ValueReader<?>[]::new);
    }

    List<PostgresqlObjectId> dataTypes() {
        return this.dataTypes;
    }

    @Nullable
    ValueReader<?> find(int dataType) {
        for (int i = 0; i < this.objectIds.length; i++) {
            if (this.objectIds[i] == dataType) {
                return this.readers[i];
            }
        }
        return null;
    }
}
