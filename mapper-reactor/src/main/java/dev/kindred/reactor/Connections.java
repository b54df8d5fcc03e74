package dev.kindred.reactor;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactoryOptions;

/**
 * Creates connection pools with a timeout for every wait and binary results. Thread-safe and without state.
 *
 * <p>Binary reads are two to three times as fast for rows with numbers, booleans and times. The driver decodes some
 * values wrongly in this format, such as times before 2000 with a fraction of a second and the number {@code 0.00}.
 * These pools have codecs that decode them correctly. Any other {@code ConnectionFactory} works too; its default format
 * is text, in which these values are correct.
 */
public final class Connections {

    private Connections() {}

    /**
     * Returns a pool with the defaults of {@link ConnectionPoolBuilder}. Opens no connection. Close it with
     * {@link ConnectionPool#disposeLater()}.
     *
     * @param url {@code r2dbc:postgresql://user:password@host:port/database}. Options may follow after a question mark;
     *     see {@link ConnectionPoolBuilder}
     */
    public static ConnectionPool pool(String url) {
        return builder(url).build();
    }

    /**
     * Starts a pool with other settings; see {@link #pool(String)} for {@code url}.
     *
     * @throws IllegalArgumentException if the URL is not a PostgreSQL URL
     */
    public static ConnectionPoolBuilder builder(String url) {
        return ConnectionPoolBuilder.of(url);
    }

    /**
     * Starts a pool on the database of {@code options}, as {@link #builder(String)} does for a URL. Further options
     * apply as in a URL.
     *
     * @throws IllegalArgumentException if the driver is not PostgreSQL
     */
    public static ConnectionPoolBuilder builder(ConnectionFactoryOptions options) {
        return ConnectionPoolBuilder.of(options);
    }
}
