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
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The server of a run with its standbys, each behind a proxy. Safe for use by many threads. */
final class ChaosServer implements AutoCloseable {

    /** The name of the sessions that go past the proxy. */
    private static final String OWN = "chaos-oracle";

    /** The processes crash and not the machine, so no write needs to reach the disk. */
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "off",
            "synchronous_commit", "on",
            "full_page_writes", "off",
            "max_wal_size", "4GB",
            // Less than the lock timeout of the callers.
            "deadlock_timeout", "100ms",
            "authentication_timeout", "5s");

    private final Cluster cluster;
    private final List<FaultProxy> proxies;

    /** The index of the primary. */
    private volatile int primary;

    private ChaosServer(Cluster cluster, List<FaultProxy> proxies) {
        this.cluster = cluster;
        this.proxies = proxies;
    }

    /** Starts a primary. A standby has each write before its caller gets the answer. */
    static ChaosServer start(boolean hasStandby) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put("synchronous_standby_names", hasStandby ? "*" : "");
        Cluster cluster = Cluster.start(hasStandby ? 1 : 0, settings, ChaosSchema.TABLES);
        return new ChaosServer(
                cluster, cluster.addresses().stream().map(ChaosServer::proxy).toList());
    }

    private static FaultProxy proxy(String address) {
        int colon = address.indexOf(':');
        return FaultProxy.before(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    String url() {
        String hosts =
                proxies.stream().map(proxy -> proxy.host() + ":" + proxy.port()).collect(Collectors.joining(","));
        String protocol = proxies.size() > 1 ? "postgresql:failover" : "postgresql";
        return "r2dbc:" + protocol + "://postgres:secret@" + hosts + "/postgres";
    }

    /** Returns the proxy of the primary. */
    FaultProxy proxy() {
        return proxies.get(primary);
    }

    /** Returns the primary. */
    Cluster.Server process() {
        return primary == 0 ? cluster.primary() : cluster.standby(primary);
    }

    /** Crashes the primary and promotes its standby. */
    void failOver() throws SQLException {
        int next = primary + 1;
        if (next == proxies.size()) {
            throw new SQLException("there is no standby");
        }
        process().crash();
        cluster.standby(next).promote();
        primary = next;
    }

    /** Opens a connection past the proxy. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("ApplicationName", OWN);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("options", "-c statement_timeout=120s");
        return DriverManager.getConnection("jdbc:postgresql://" + process().address() + "/postgres", properties);
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
        proxies.forEach(FaultProxy::close);
        cluster.close();
    }
}
