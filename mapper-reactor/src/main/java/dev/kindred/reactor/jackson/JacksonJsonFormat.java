package dev.kindred.reactor.jackson;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.JsonFormat;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads members marked {@code @Json} with Jackson 3. Immutable and thread-safe. */
public final class JacksonJsonFormat implements JsonFormat {

    private final JsonMapper mapper;

    private JacksonJsonFormat(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Returns a format with Jackson's defaults, with one exception: a number with a fraction is refused for an integer.
     * Jackson would truncate it.
     */
    public static JacksonJsonFormat create() {
        return of(JsonMapper.builder()
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build());
    }

    /**
     * Returns a format that uses {@code mapper}. The mapper should not enable default typing, because stored data could
     * then name classes to load.
     */
    public static JacksonJsonFormat of(JsonMapper mapper) {
        return new JacksonJsonFormat(Checks.notNull(mapper, "mapper"));
    }

    @Override
    public String write(Object value, Type type) {
        return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
    }

    @Override
    public @Nullable Object read(String json, Type type) {
        return mapper.readValue(json, mapper.constructType(type));
    }
}
