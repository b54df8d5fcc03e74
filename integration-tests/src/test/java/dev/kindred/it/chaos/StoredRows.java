package dev.kindred.it.chaos;

import dev.kindred.it.chaos.Stored.Parts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows past the proxy. Confined to one thread. */
final class StoredRows {

    private static final String PARTS = """
            select op, count(*), count(distinct part), min(part), max(part)
            from (select op, part from notes
                union all select op, part from entries
                union all select op, part from orders
                union all select op, part from lines) rows
            group by op
            """;

    private static final String REGISTERS = """
            select 'stamp ' || id, stamp from owners
            union all select 'cards ' || id / 5, stamp from cards
            union all select 'badge ' || owner_id, op from badges
            union all select 'slots ' || owner_id, op from slots
            union all select 'labels ' || owner_id, op from labels
            union all select 'pin ' || owner_id || ' ' || tag_id, 1 from owner_pin
            """;

    private static final String FLIPS = "select 'switch ' || owner_id || ' ' || tag_id from owner_switch";
    private static final String SINGLES = "select owner_id || ' ' || name, count(*) from founds group by 1";
    private static final String BALANCES = "select id, balance from accounts";
    private static final String SUMS = "select account_id, sum(delta) from entries group by 1";

    private StoredRows() {}

    static Stored read(Connection connection) throws SQLException {
        Map<Long, Parts> parts = new HashMap<>();
        Map<String, List<@Nullable Long>> registers = new HashMap<>();
        Set<String> flips = new HashSet<>();
        Map<String, Integer> singles = new HashMap<>();
        Map<Long, Long> balances = new HashMap<>();
        Map<Long, Long> sums = new HashMap<>();
        each(
                connection,
                PARTS,
                row -> parts.put(
                        row.getLong(1), new Parts(row.getLong(2), row.getLong(3), row.getInt(4), row.getInt(5))));
        each(
                connection,
                REGISTERS,
                row -> registers
                        .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add((Long) row.getObject(2)));
        each(connection, FLIPS, row -> flips.add(row.getString(1)));
        each(connection, SINGLES, row -> singles.put(row.getString(1), row.getInt(2)));
        each(connection, BALANCES, row -> balances.put(row.getLong(1), row.getLong(2)));
        each(connection, SUMS, row -> sums.put(row.getLong(1), row.getLong(2)));
        return new Stored(parts, registers, flips, singles, balances, sums);
    }

    private static void each(Connection connection, String sql, Row use) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                use.read(rows);
            }
        }
    }

    /** Reads one row. */
    private interface Row {

        void read(ResultSet row) throws SQLException;
    }
}
