package dev.kindred.test.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;

/** The address of a database and the login. Immutable, so safe for use by many threads. */
record ServerAddress(String host, int port, String database, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    ServerAddress {
        requireNonNull(host, "host must not be null");
        requireNonNull(database, "database must not be null");
        requireNonNull(user, "user must not be null");
        requireNonNull(password, "password must not be null");
    }

    /** Reads {@code [r2dbc:]postgresql://user:password@host:port/database}; text after a question mark is ignored. */
    static ServerAddress parse(String url) {
        requireNonNull(url, "url must not be null");
        URI uri = URI.create(url.startsWith("r2dbc:") ? url.substring("r2dbc:".length()) : url);
        String host = uri.getHost();
        String userInfo = uri.getRawUserInfo();
        String path = uri.getPath();
        if (!isPostgres(uri.getScheme()) || host == null || userInfo == null || path == null || path.length() < 2) {
            throw new IllegalArgumentException(
                    "Not a PostgreSQL URL of the form postgresql://user:password@host:port/database");
        }
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new ServerAddress(
                host, port, path.substring(1), URLDecoder.decode(user, UTF_8), URLDecoder.decode(password, UTF_8));
    }

    ServerAddress with(String otherDatabase, String otherUser, String otherPassword) {
        return new ServerAddress(host, port, otherDatabase, otherUser, otherPassword);
    }

    String r2dbcUrl() {
        return "r2dbc:postgresql://" + encode(user) + ":" + encode(password) + "@" + host + ":" + port + "/"
                + encode(database);
    }

    /** Returns the URL without the login. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + encode(database);
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }

    private static boolean isPostgres(String scheme) {
        return "postgresql".equals(scheme) || "postgres".equals(scheme);
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, UTF_8).replace("+", "%20");
    }
}
