package dev.kindred.it.chaos;

import dev.kindred.it.support.FaultProxy;
import dev.kindred.test.internal.Cluster;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A server of this run, and the proxy in front of it. Safe for use by many threads. */
final class ChaosServer implements AutoCloseable {

    /** The name of the sessions that go past the proxy. */
    private static final String OWN = "chaos-oracle";

    /** The processes crash and not the machine, so no write needs to reach the disk. */
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "off",
            "synchronous_commit", "on",
            "full_page_writes", "off",
            "max_wal_size", "4GB",
            "authentication_timeout", "5s");

    private final Cluster cluster;
    private final FaultProxy proxy;

    private ChaosServer(Cluster cluster, FaultProxy proxy) {
        this.cluster = cluster;
        this.proxy = proxy;
    }

    static ChaosServer start() {
        Cluster cluster = Cluster.start(0, SETTINGS, ChaosSchema.TABLES);
        return new ChaosServer(
                cluster, FaultProxy.before("127.0.0.1", cluster.primary().port()));
    }

    String url() {
        return "r2dbc:postgresql://postgres:secret@" + proxy.host() + ":" + proxy.port() + "/postgres";
    }

    FaultProxy proxy() {
        return proxy;
    }

    Cluster.Server process() {
        return cluster.primary();
    }

    /** Opens a connection past the proxy. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("ApplicationName", OWN);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("options", "-c statement_timeout=120s");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + cluster.primary().port() + "/postgres", properties);
    }

    /** Returns the first column of the rows. */
    List<Long> numbers(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Long> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the processes of the sessions that came through the proxy. */
    List<Long> backends() throws SQLException {
        return backends("true");
    }

    /** Returns those with a condition on {@code pg_stat_activity}. */
    List<Long> backends(String condition) throws SQLException {
        return numbers("select pid from pg_stat_activity where backend_type = 'client backend'"
                + " and application_name <> '" + OWN + "' and " + condition + " order by backend_start, pid");
    }

    /** Returns a line for each session that came through the proxy. */
    List<String> sessions() throws SQLException {
        String sql = "select concat_ws(' ', pid, state, wait_event, now() - state_change, left(query, 60))"
                + " from pg_stat_activity where application_name <> '" + OWN
                + "' and backend_type = 'client backend'";
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    @Override
    public void close() {
        proxy.close();
        cluster.close();
    }
}
