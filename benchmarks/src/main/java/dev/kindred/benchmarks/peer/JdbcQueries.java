package dev.kindred.benchmarks.peer;

import static dev.kindred.benchmarks.peer.JdbcPeer.prepare;
import static dev.kindred.benchmarks.peer.JdbcPeer.questionMarks;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.entity.WideRow;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * JDBC's relation, wide-row and stream reads, and its updates of settings. A stream is a portal in a transaction, 1,000
 * rows at a time.
 */
final class JdbcQueries {

    static final Map<Task, JdbcPeer.Work> WORK = Map.of(
            Task.UPSERT,
            (connection, turn) -> settings(connection, JdbcQueries.UPSERT, NewRows.halfKnown(turn)),
            Task.UPDATE,
            (connection, turn) -> settings(connection, JdbcQueries.UPDATE, NewRows.allKnown(turn)),
            Task.FILTER,
            JdbcQueries::filter,
            Task.COUNT,
            JdbcQueries::count,
            Task.PAGE,
            JdbcQueries::page,
            Task.WIDE,
            JdbcQueries::wide,
            Task.STREAM,
            (connection, turn) -> stream(connection, Long.MAX_VALUE),
            Task.STREAM_CANCELLED,
            (connection, turn) -> stream(connection, Turns.CANCELLED_AFTER));

    private static final String UPSERT = questionMarks(Sql.UPSERT);
    private static final String UPDATE = questionMarks(Sql.UPDATE);
    private static final String FILTER = questionMarks(Sql.FILTER);
    private static final String COUNT = questionMarks(Sql.COUNT);
    private static final String SHORT_PAGE = questionMarks(Sql.SHORT_PAGE);
    private static final String WIDE = questionMarks(Sql.WIDE);
    private static final String STREAM = questionMarks(Sql.STREAM);
    private static final List<String> TYPES = List.of("bigint", "text", "text", "integer", "timestamptz");

    private JdbcQueries() {}

    private static long settings(Connection connection, String sql, List<Setting> settings) throws SQLException {
        List<Setting> stored = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql)) {
            JdbcPeer.setArrays(statement, TYPES, Columns.ofSettings(settings));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stored.add(new Setting(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            row.getObject(5, OffsetDateTime.class)));
                }
            }
        }
        return stored.stream().mapToLong(Setting::checksum).sum();
    }

    private static long filter(Connection connection, long turn) throws SQLException {
        try (PreparedStatement statement = prepare(connection, FILTER)) {
            statement.setString(1, Turns.telephone(turn));
            return JdbcPeer.users(statement).stream().mapToLong(Checksums::of).sum();
        }
    }

    private static long count(Connection connection, long turn) throws SQLException {
        try (PreparedStatement statement = prepare(connection, COUNT)) {
            statement.setString(1, Turns.telephoneFrom(turn));
            statement.setString(2, Turns.telephoneTo(turn));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long page(Connection connection, long turn) throws SQLException {
        try (PreparedStatement statement = prepare(connection, SHORT_PAGE)) {
            statement.setString(1, Turns.telephoneFrom(turn));
            statement.setString(2, Turns.telephoneTo(turn));
            statement.setInt(3, Turns.SHORT_PAGE);
            statement.setInt(4, Turns.PAGE_OFFSET);
            long users =
                    JdbcPeer.users(statement).stream().mapToLong(Checksums::of).sum();
            return Checksums.ofPage(users, count(connection, turn));
        }
    }

    private static long wide(Connection connection, long turn) throws SQLException {
        List<WideRow> page = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, WIDE)) {
            statement.setLong(1, Turns.widePageStart(turn));
            statement.setInt(2, Turns.WIDE_PAGE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(wideRow(rows));
                }
            }
        }
        return page.stream().mapToLong(WideRow::checksum).sum();
    }

    private static long stream(Connection connection, long most) throws SQLException {
        connection.setAutoCommit(false);
        long sum = 0;
        try (PreparedStatement statement = prepare(connection, STREAM)) {
            statement.setFetchSize(Turns.PAGE);
            statement.setLong(1, 0);
            try (ResultSet rows = statement.executeQuery()) {
                for (long count = 0; count < most && rows.next(); count++) {
                    sum += Checksums.of(JdbcPeer.user(rows));
                }
            }
        }
        connection.commit();
        return sum;
    }

    private static WideRow wideRow(ResultSet row) throws SQLException {
        return new WideRow(
                row.getLong(1),
                row.getShort(2),
                row.getShort(3),
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, Integer.class),
                row.getLong(7),
                row.getObject(8, Long.class),
                row.getFloat(9),
                row.getDouble(10),
                row.getDouble(11),
                row.getBigDecimal(12),
                row.getBigDecimal(13),
                row.getBoolean(14),
                row.getBoolean(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getObject(20, UUID.class),
                row.getObject(21, UUID.class),
                row.getObject(22, LocalDate.class),
                row.getObject(23, LocalTime.class),
                row.getObject(24, LocalDateTime.class),
                row.getObject(25, OffsetDateTime.class),
                row.getObject(26, OffsetDateTime.class),
                row.getBytes(27),
                (String[]) row.getArray(28).getArray(),
                (Integer[]) row.getArray(29).getArray(),
                row.getString(30));
    }
}
