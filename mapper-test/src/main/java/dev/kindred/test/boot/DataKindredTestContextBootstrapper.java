package dev.kindred.test.boot;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Starts the context of a {@link DataKindredTest}. */
final class DataKindredTestContextBootstrapper extends TestSliceTestContextBootstrapper<DataKindredTest> {

    /** A machine that runs tests may be slow. */
    private static final List<String> DEFAULTS = List.of(
            "kindred.relations.load-mode=forbid",
            "kindred.pool.connect-timeout=30s",
            "kindred.pool.acquire-timeout=30s");

    DataKindredTestContextBootstrapper() {}

    /** A property of the test replaces a default. */
    @Override
    protected String[] getProperties(Class<?> testClass) {
        String[] own = super.getProperties(testClass);
        return Stream.concat(DEFAULTS.stream(), own == null ? Stream.of() : Stream.of(own))
                .toArray(String[]::new);
    }
}
