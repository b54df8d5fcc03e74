package dev.kindred.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The public sample database "Chinook", a music shop with eleven tables, if its script is available. Safe for use by
 * many threads: it has no state.
 *
 * <p>The script is the file in the system property {@code kindred.chinook} or the environment variable {@code
 * KINDRED_CHINOOK}. The default is {@code shared/data/chinook/chinook.sql} in the working directory or its nearest
 * ancestor with such a file.
 */
public final class Chinook {

    private static final String PROPERTY = "kindred.chinook";
    private static final String VARIABLE = "KINDRED_CHINOOK";
    private static final Path USUAL_PLACE = Path.of("shared", "data", "chinook", "chinook.sql");

    private Chinook() {}

    /**
     * Finds the script.
     *
     * @return an existing file, or empty
     */
    public static Optional<Path> script() {
        return named().or(() -> above(Path.of("").toAbsolutePath())).filter(Files::isRegularFile);
    }

    /**
     * Describes where the script was searched, for a test that is skipped.
     *
     * @return a sentence
     */
    public static String whereLookedFor() {
        return named().map(path -> path + ", as " + PROPERTY + " or " + VARIABLE + " says")
                .orElse(USUAL_PLACE + " in the working directory and all above it");
    }

    /** The script's text. */
    static String sql() {
        Path script = script().orElseThrow(
                        () -> new IllegalStateException("No Chinook script: looked for " + whereLookedFor()));
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + script, e);
        }
    }

    static Optional<Path> above(Path start) {
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            Path script = directory.resolve(USUAL_PLACE);
            if (Files.isRegularFile(script)) {
                return Optional.of(script);
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> named() {
        return Stream.of(
                        Optional.ofNullable(System.getProperty(PROPERTY)), Optional.ofNullable(System.getenv(VARIABLE)))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .findFirst();
    }
}
