package dev.kindred.test.internal;

import dev.kindred.test.internal.error.SqlFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One blocking connection, opened on first use and reopened after a loss. Safe for use by many threads, which use it in
 * turn.
 */
final class JdbcSession implements AutoCloseable {

    private static final int SHOWN_SQL = 200;

    private final String url;
    private final Properties properties = new Properties();
    private @Nullable Connection connection;
    private int pid;

    JdbcSession(ServerAddress address) {
        url = address.jdbcUrl();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "kindred-test-support");
        // Tests change tables between two runs of one statement, which invalidates a cached plan.
        properties.setProperty("prepareThreshold", "0");
    }

    synchronized void execute(String script) {
        try (Statement statement = connection().createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new SqlFailure(shortened(script), e);
        }
    }

    synchronized List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, JdbcValues.toDriver(arguments[i]));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return JdbcValues.rows(rows);
            }
        } catch (SQLException e) {
            throw new SqlFailure(shortened(sql), e);
        }
    }

    /** Returns the server process of this session, or zero without a connection. */
    synchronized int pid() {
        try {
            return connection == null || connection.isClosed() ? 0 : pid;
        } catch (SQLException e) {
            throw new SqlFailure("Asking a session for its process", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new SqlFailure("Closing a session", e);
        } finally {
            connection = null;
        }
    }

    private Connection connection() throws SQLException {
        Connection current = connection;
        if (current == null || current.isClosed()) {
            current = DriverManager.getConnection(url, properties);
            connection = current;
            pid = pidOf(current);
        }
        return current;
    }

    private static int pidOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String shortened(String sql) {
        String trimmed = sql.strip();
        return trimmed.length() <= SHOWN_SQL ? trimmed : trimmed.substring(0, SHOWN_SQL) + " …";
    }
}
