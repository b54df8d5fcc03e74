package dev.kindred.spring.boot;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.MapperException;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaPolicy;
import java.time.Duration;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Compares the database with the entities when the application starts. The start waits for the result. */
final class SchemaCheck implements InitializingBean {

    private static final Log LOG = LogFactory.getLog(SchemaCheck.class);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** The first connection of a process takes long, since it loads the classes of the driver. */
    private static final Retry WHILE_COLD = Retry.backoff(2, Duration.ofMillis(200))
            .filter(error -> error instanceof ConnectionException failure && failure.isRepeatable())
            .onRetryExhaustedThrow((retry, signal) -> signal.failure());

    private final ReactiveMapper mapper;
    private final SchemaPolicy policy;
    private final ObjectProvider<Schema> schema;
    private final ObjectProvider<KindredEntities> entities;

    SchemaCheck(
            ReactiveMapper mapper,
            SchemaPolicy policy,
            ObjectProvider<Schema> schema,
            ObjectProvider<KindredEntities> entities) {
        this.mapper = mapper;
        this.policy = policy;
        this.schema = schema;
        this.entities = entities;
    }

    @Override
    public void afterPropertiesSet() {
        if (policy == SchemaPolicy.OFF) {
            return;
        }
        @Nullable Schema expected = expected();
        if (expected == null) {
            LOG.warn("kindred.schema.verify found no entities. Set kindred.schema.packages to their packages.");
            return;
        }
        Mono<Void> check = mapper.schema(expected).verify(policy).retryWhen(WHILE_COLD);
        await(policy == SchemaPolicy.WARN ? check.onErrorResume(MapperException.class, SchemaCheck::warn) : check);
    }

    private @Nullable Schema expected() {
        @Nullable Schema own = OneBean.orNull(schema, Schema.class);
        @Nullable KindredEntities found = own == null ? entities.getIfAvailable() : null;
        return found == null || found.types().isEmpty() ? own : Schema.of(found.models());
    }

    private static Mono<Void> warn(MapperException error) {
        LOG.warn("The database could not be compared with the entities", error);
        return Mono.empty();
    }

    /** Spring starts an application in a blocking call. No event loop waits. */
    private static void await(Mono<Void> check) {
        check.block(LIMIT);
    }
}
