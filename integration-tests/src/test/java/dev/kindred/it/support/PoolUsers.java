package dev.kindred.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Records which test classes use a pool of the size {@code kindred.test.pool}, in the file that the system property
 * {@code kindred.test.pool.users} names. Each line is the name of a class, which may come several times. The size
 * changes nothing for the other classes. Safe for use by many threads and JVMs.
 */
final class PoolUsers {

    private static final @Nullable String FILE = System.getProperty("kindred.test.pool.users");

    private PoolUsers() {}

    /** Adds the outermost class of {@code testClass}. */
    static void add(Class<?> testClass) {
        if (FILE != null) {
            try {
                Files.writeString(
                        Path.of(FILE),
                        testClass.getNestHost().getName() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("Could not write " + FILE, e);
            }
        }
    }
}
