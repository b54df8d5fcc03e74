package dev.kindred.type;

import dev.kindred.error.MappingException;
import java.lang.reflect.Type;

enum NoJsonFormat implements JsonFormat {
    INSTANCE;

    @Override
    public String write(Object value, Type type) {
        throw missing();
    }

    @Override
    public Object read(String json, Type type) {
        throw missing();
    }

    private static MappingException missing() {
        return new MappingException(
                "Members marked @Json need a JSON format, and the mapper has none. Set one with jsonFormat(..) when the"
                        + " mapper is built, for example JacksonJsonFormat.create().");
    }
}
