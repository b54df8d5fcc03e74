package dev.kindred.spring.boot;

import dev.kindred.reactor.jackson.JacksonJsonFormat;
import dev.kindred.reactor.jackson.RelationModule;
import dev.kindred.type.JsonFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes {@code @Json} members with the {@code JsonMapper} of the application, and lets that mapper write the
 * relations of entities.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(JsonMapper.class)
@ConditionalOnBooleanProperty(name = "kindred.json.enabled", matchIfMissing = true)
@EnableConfigurationProperties(KindredProperties.class)
public final class KindredJacksonAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredJacksonAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    RelationModule kindredRelationModule(KindredProperties properties) {
        return properties.json().nullKeysAsNull() ? RelationModule.nullKeysAsNull() : new RelationModule();
    }

    /** A number with a fraction is refused for an integer, as in {@link JacksonJsonFormat#create()}. */
    @Bean
    @ConditionalOnMissingBean(JsonFormat.class)
    JacksonJsonFormat kindredJsonFormat(ObjectProvider<JsonMapper> mappers) {
        @Nullable JsonMapper mapper = mappers.getIfUnique();
        return mapper == null
                ? JacksonJsonFormat.create()
                : JacksonJsonFormat.of(mapper.rebuild()
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .build());
    }
}
