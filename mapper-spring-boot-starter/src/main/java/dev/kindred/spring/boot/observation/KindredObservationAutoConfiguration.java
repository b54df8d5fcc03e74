package dev.kindred.spring.boot.observation;

import dev.kindred.micrometer.KindredObservations;
import dev.kindred.micrometer.PoolMeters;
import dev.kindred.micrometer.ReplicaMeters;
import dev.kindred.micrometer.SharedStatementMeters;
import dev.kindred.spring.boot.ConnectionPoolBuilderCustomizer;
import dev.kindred.spring.boot.KindredAutoConfiguration;
import dev.kindred.spring.boot.KindredPoolAutoConfiguration;
import dev.kindred.spring.boot.ReactiveMapperBuilderCustomizer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Observes the operations of the mapper with the {@link ObservationRegistry} of the application, and times the
 * callers of the pool, counts the callers of shared statements, and counts the statements of pipelines that may use a
 * replica, with its {@link MeterRegistry}. Only if
 * {@code kindred-micrometer} is on the class path. Boot itself adds the gauges of the pool.
 */
@AutoConfiguration(before = {KindredAutoConfiguration.class, KindredPoolAutoConfiguration.class})
@ConditionalOnClass({KindredObservations.class, ObservationRegistry.class, MeterRegistry.class})
public final class KindredObservationAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredObservationAutoConfiguration() {}

    @Bean
    ReactiveMapperBuilderCustomizer kindredObservationCustomizer(ObjectProvider<ObservationRegistry> registries) {
        return builder -> registries.ifUnique(registry -> builder.operationListener(KindredObservations.of(registry)));
    }

    @Bean
    ReactiveMapperBuilderCustomizer kindredSharedStatementMetersCustomizer(
            ObjectProvider<MeterRegistry> registries,
            @Value("${kindred.shared-reads:off}") String sharedReads,
            @Value("${kindred.shared-writes:off}") String sharedWrites) {
        boolean isOn = isOn(sharedReads) || isOn(sharedWrites);
        return builder -> {
            if (isOn) {
                registries.ifUnique(registry -> builder.listener(new SharedStatementMeters(registry)));
            }
        };
    }

    @Bean
    ReactiveMapperBuilderCustomizer kindredReplicaMetersCustomizer(
            ObjectProvider<MeterRegistry> registries, Environment environment) {
        boolean hasReplicas = Binder.get(environment)
                .bind("kindred.replicas.urls", Bindable.listOf(String.class))
                .isBound();
        return builder -> {
            if (hasReplicas) {
                registries.ifUnique(registry -> builder.listener(new ReplicaMeters(registry)));
            }
        };
    }

    private static boolean isOn(String shared) {
        return shared.replaceAll("[-_]", "").equalsIgnoreCase("whenBusy");
    }

    @Bean
    ConnectionPoolBuilderCustomizer kindredPoolMetersCustomizer(ObjectProvider<MeterRegistry> registries) {
        return builder ->
                registries.ifUnique(registry -> builder.onAcquire(new PoolMeters("connectionFactory", registry)));
    }
}
