package dev.kindred.spring.boot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * The properties {@code spring.r2dbc.pool.*} that also apply to a pool of Kindred.
 *
 * @param maxSize the greatest number of connections, or null
 * @param connectTimeout the greatest time until a connection is open, or null
 * @param acquireTimeout the greatest time until a caller has a connection, or null
 */
record BootPoolSettings(
        @Nullable Integer maxSize,
        @Nullable Duration connectTimeout,
        @Nullable Duration acquireTimeout) {

    private static final String PREFIX = "spring.r2dbc.pool";
    private static final String MAX_SIZE = "max-size";
    private static final String CONNECT_TIMEOUT = "max-create-connection-time";
    private static final String ACQUIRE_TIMEOUT = "max-acquire-time";
    private static final Set<String> USED = names(List.of("enabled", MAX_SIZE, CONNECT_TIMEOUT, ACQUIRE_TIMEOUT));

    /** Reads the properties, and logs a warning if others are set. */
    static BootPoolSettings of(Environment environment) {
        Binder binder = Binder.get(environment);
        warnOfOthers(binder);
        return new BootPoolSettings(
                bound(binder, MAX_SIZE, Integer.class),
                bound(binder, CONNECT_TIMEOUT, Duration.class),
                bound(binder, ACQUIRE_TIMEOUT, Duration.class));
    }

    private static <T> @Nullable T bound(Binder binder, String name, Class<T> type) {
        return binder.bind(PREFIX + "." + name, type).orElse(null);
    }

    private static void warnOfOthers(Binder binder) {
        Map<String, String> all =
                binder.bind(PREFIX, Bindable.mapOf(String.class, String.class)).orElse(Map.of());
        Set<String> others = new TreeSet<>(all.keySet());
        others.removeIf(name -> USED.contains(uniform(name)));
        if (!others.isEmpty()) {
            LogFactory.getLog(KindredPoolAutoConfiguration.class)
                    .warn("The pool of Kindred does not use these properties of " + PREFIX + ": " + others
                            + ". Use kindred.pool.* instead, or let Spring Boot create the pool with"
                            + " kindred.pool.enabled=false.");
        }
    }

    private static Set<String> names(List<String> names) {
        return Set.copyOf(names.stream().map(BootPoolSettings::uniform).toList());
    }

    private static String uniform(String name) {
        return ConfigurationPropertyName.adapt(name, '.').toString().replace("-", "");
    }
}
