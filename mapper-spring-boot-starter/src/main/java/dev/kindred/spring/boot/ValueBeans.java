package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.type.Codec;
import dev.kindred.type.JsonFormat;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The beans that convert values.
 *
 * @param json the format of JSON members, if there is one
 * @param codecs the codecs
 */
record ValueBeans(ObjectProvider<JsonFormat> json, ObjectProvider<Codec<?, ?>> codecs) {

    void applyTo(ReactiveMapperBuilder builder) {
        json.ifUnique(builder::jsonFormat);
        codecs.orderedStream().forEach(builder::codec);
    }
}
