package dev.kindred.internal.render.postgres;

import dev.kindred.internal.sql.CurrentTenant;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.RawText;
import dev.kindred.internal.util.SessionUse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes raw SQL of the user. Each name has one placeholder, which is reused at each occurrence. */
final class RawWriter {

    private final SqlWriter sql;

    RawWriter(SqlWriter sql) {
        this.sql = sql;
    }

    /** Writes a condition, which can read tables in a sub-query. */
    SqlWriter condition(RawText text, Map<String, Parameter> values) {
        return write(text, values, SessionUse.readsTables(text.parts()));
    }

    /** Writes a statement. */
    SqlWriter statement(RawText text, Map<String, Parameter> values) {
        return write(text, values, true);
    }

    private SqlWriter write(RawText text, Map<String, Parameter> values, boolean readsTables) {
        if (values.values().stream().anyMatch(value -> CurrentTenant.isIn(value.value()))) {
            sql.tenants().namedByRaw();
        } else if (readsTables) {
            sql.tenants().unnamedByRaw();
        }
        if (SessionUse.ofCondition(text.parts()).unknown()) {
            sql.callsUnknown();
        }
        Map<String, Integer> numbers = new HashMap<>();
        sql.append(text.parts().get(0));
        for (int i = 0; i < text.names().size(); i++) {
            String name = text.names().get(i);
            @Nullable Integer number = numbers.get(name);
            if (number == null) {
                sql.parameter(valueOf(name, values));
                numbers.put(name, sql.parameters());
            } else {
                sql.parameter(number);
            }
            sql.append(text.parts().get(i + 1));
        }
        return sql;
    }

    private static Parameter valueOf(String name, Map<String, Parameter> values) {
        @Nullable Parameter value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("No value is bound for :" + name);
        }
        return value;
    }
}
