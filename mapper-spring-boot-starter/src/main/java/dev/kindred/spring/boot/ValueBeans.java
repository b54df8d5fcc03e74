package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.type.Codec;
import dev.kindred.type.JsonFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The beans that convert values.
 *
 * @param json the format of JSON members, if there is one
 * @param codecs the codecs
 */
record ValueBeans(ObjectProvider<JsonFormat> json, ObjectProvider<Codec<?, ?>> codecs) {

    void applyTo(ReactiveMapperBuilder builder) {
        @Nullable JsonFormat format = OneBean.orNull(json, JsonFormat.class);
        if (format != null) {
            builder.jsonFormat(format);
        }
        codecs.orderedStream().forEach(builder::codec);
    }
}
