package dev.kindred.examples.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The tables of the examples, as plain SQL. */
public final class Schema {

    private static final String RESOURCE = "schema.sql";

    private Schema() {}

    /** Returns the script that creates the tables in an empty database. */
    public static String script() {
        try (InputStream script = Schema.class.getResourceAsStream(RESOURCE)) {
            if (script == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + RESOURCE, e);
        }
    }
}
