package dev.kindred.it.boot.hangup;

import java.time.Duration;
import java.util.List;

/** The ways in which the application writes. */
enum Service {
    KINDRED_MANAGER("@Transactional, KindredTransactionManager", Configurations.WithKindredManager.class),
    SPRING_MANAGER("@Transactional, R2dbcTransactionManager, mapper", Configurations.WithSpringManager.class),
    MAPPER("mapper.transactional", Configurations.WithMapper.class),
    SPRING_ALONE("@Transactional, R2dbcTransactionManager, no mapper", Configurations.SpringAlone.class);

    private static final String PACKAGE = "dev.kindred.spring.boot.";

    private static final List<String> AUTO_CONFIGURATIONS = List.of(
            PACKAGE + "KindredAutoConfiguration",
            PACKAGE + "KindredErrorAutoConfiguration",
            PACKAGE + "KindredHealthAutoConfiguration",
            PACKAGE + "KindredJacksonAutoConfiguration",
            PACKAGE + "KindredPoolAutoConfiguration",
            PACKAGE + "KindredSchemaAutoConfiguration",
            PACKAGE + "KindredWebFluxAutoConfiguration",
            PACKAGE + "console.ConsoleAutoConfiguration",
            PACKAGE + "observation.KindredObservationAutoConfiguration",
            PACKAGE + "observation.NPlusOneHintsAutoConfiguration");

    private final String title;
    private final Class<?> configuration;

    Service(String title, Class<?> configuration) {
        this.title = title;
        this.configuration = configuration;
    }

    String title() {
        return title;
    }

    Class<?> configuration() {
        return configuration;
    }

    /** Returns the properties that remove Kindred from the application, if it is Spring alone. */
    String[] properties() {
        return isSpringAlone()
                ? new String[] {
                    "spring.r2dbc.pool.initial-size=1",
                    "spring.autoconfigure.exclude=" + String.join(",", AUTO_CONFIGURATIONS)
                }
                : new String[0];
    }

    /** Returns how long a transaction may stay open after its request. Spring alone leaves many open for good. */
    Duration patience() {
        return isSpringAlone() ? Duration.ofMillis(500) : Duration.ofSeconds(20);
    }

    private boolean isSpringAlone() {
        return this == SPRING_ALONE;
    }
}
