package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.RowSource;
import dev.kindred.internal.sql.RowSource.Arrays;
import dev.kindred.internal.sql.RowSource.Tuples;
import dev.kindred.internal.sql.RowSourceVisitor;

/** Writes rows of values as a derived table with the alias {@link #ALIAS}. Its columns are named by position. */
final class RowSourceWriter implements RowSourceVisitor<SqlWriter> {

    static final String ALIAS = "r";
    static final String POSITION = "position";

    private final SqlWriter sql;

    RowSourceWriter(SqlWriter sql) {
        this.sql = sql;
    }

    static String column(int position) {
        return "c" + position;
    }

    @Override
    public SqlWriter arrays(Arrays arrays) {
        sql.append("unnest(").list(arrays.arrays(), ", ", sql::parameter);
        return named(sql.append(")"), arrays);
    }

    /** Writes {@code arrays} with their positions, from 1, as a further column. */
    static SqlWriter numbered(SqlWriter sql, Arrays arrays) {
        sql.append("unnest(").list(arrays.arrays(), ", ", sql::parameter);
        sql.append(") WITH ORDINALITY AS ").name(ALIAS).append(" (");
        for (int i = 0; i < arrays.columns().size(); i++) {
            sql.name(column(i)).append(", ");
        }
        return sql.name(POSITION).append(")");
    }

    @Override
    public SqlWriter tuples(Tuples tuples) {
        return named(values(sql.append("("), tuples).append(")"), tuples);
    }

    static SqlWriter values(SqlWriter sql, Tuples tuples) {
        return sql.append("VALUES ").list(tuples.rows(), ", ", row -> {
            sql.append("(").list(row, ", ", sql::parameter);
            sql.append(")");
        });
    }

    private static SqlWriter named(SqlWriter written, RowSource rows) {
        written.append(" AS ").name(ALIAS).append(" (");
        for (int i = 0; i < rows.columns().size(); i++) {
            written.append(i == 0 ? "" : ", ").name(column(i));
        }
        return written.append(")");
    }
}
