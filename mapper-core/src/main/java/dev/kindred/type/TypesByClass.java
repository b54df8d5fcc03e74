package dev.kindred.type;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The default type of each Java class. Thread-safe. */
final class TypesByClass {

    private static final Map<Class<?>, SqlType<?>> TYPES = List.of(
                    SqlTypes.BOOLEAN,
                    SqlTypes.SHORT,
                    SqlTypes.INTEGER,
                    SqlTypes.LONG,
                    SqlTypes.FLOAT,
                    SqlTypes.DOUBLE,
                    SqlTypes.BIG_DECIMAL,
                    SqlTypes.UUID,
                    SqlTypes.BYTES,
                    SqlTypes.LOCAL_DATE,
                    SqlTypes.LOCAL_TIME,
                    SqlTypes.OFFSET_TIME,
                    SqlTypes.LOCAL_DATE_TIME,
                    SqlTypes.INSTANT,
                    SqlTypes.STRING,
                    SqlTypes.CHARACTER,
                    SqlTypes.BYTE,
                    SqlTypes.BIG_INTEGER,
                    SqlTypes.OFFSET_DATE_TIME,
                    SqlTypes.ZONED_DATE_TIME,
                    SqlTypes.YEAR,
                    SqlTypes.YEAR_MONTH,
                    SqlTypes.MONTH_DAY,
                    SqlTypes.ZONE_ID,
                    SqlTypes.ZONE_OFFSET,
                    SqlTypes.DURATION,
                    SqlTypes.PERIOD)
            .stream()
            .collect(Collectors.toUnmodifiableMap(SqlType::javaType, Function.identity()));

    private TypesByClass() {}

    static @Nullable SqlType<?> get(Class<?> type) {
        return TYPES.get(type);
    }
}
