package dev.kindred.test.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The activity in one database, as the administrator sees it. Safe for use by many threads. */
final class DatabaseActivity {

    private static final String SESSIONS = """
        select pid, coalesce(state, '') as state, query, application_name
        from pg_stat_activity
        where datname = ? and backend_type = 'client backend' and pid <> ?
        order by pid
        """;

    private static final String LOCKS = """
        select 'session ' || l.pid || ' holds or awaits ' || l.mode || ' (' || l.locktype || ')' as lock
        from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where a.datname = ? and a.backend_type = 'client backend' and l.pid <> ? and l.locktype <> 'virtualxid'
        order by l.pid, l.locktype
        """;

    private static final String PREPARED_TRANSACTIONS =
            "select 'prepared transaction ' || gid as prepared from pg_prepared_xacts where database = ?";

    private final JdbcSession administrator;
    private final String database;

    DatabaseActivity(JdbcSession administrator, String database) {
        this.administrator = administrator;
        this.database = database;
    }

    List<DatabaseSession> sessionsBesides(int pid) {
        return administrator.query(SESSIONS, database, pid).stream()
                .map(DatabaseActivity::session)
                .toList();
    }

    /** Returns one line for each unexpected activity; empty if the database is idle. */
    List<String> disturbancesBesides(int pid) {
        Stream<String> busy =
                sessionsBesides(pid).stream().filter(DatabaseSession::isBusy).map(DatabaseSession::toString);
        Stream<String> locks = lines(administrator.query(LOCKS, database, pid));
        Stream<String> prepared = lines(administrator.query(PREPARED_TRANSACTIONS, database));
        return Stream.of(busy, locks, prepared).flatMap(lines -> lines).toList();
    }

    boolean terminate(int pid) {
        String sql = "select pg_terminate_backend(pid) from pg_stat_activity where datname = ? and pid = ?";
        return !administrator.query(sql, database, pid).isEmpty();
    }

    void terminateAllBesides(int pid) {
        administrator.query("""
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = ? and backend_type = 'client backend' and pid <> ?
            """, database, pid);
    }

    private static Stream<String> lines(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().flatMap(row -> row.values().stream()).map(String::valueOf);
    }

    private static DatabaseSession session(Map<String, @Nullable Object> row) {
        return new DatabaseSession(
                Integer.parseInt(String.valueOf(row.get("pid"))),
                String.valueOf(row.get("state")),
                String.valueOf(row.get("query")),
                String.valueOf(row.get("application_name")));
    }
}
