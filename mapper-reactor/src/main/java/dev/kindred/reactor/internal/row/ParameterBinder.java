package dev.kindred.reactor.internal.row;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.util.Shown;
import dev.kindred.type.SqlType;
import dev.kindred.type.WireContext;
import io.r2dbc.spi.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes parameters as driver values and binds them. Thread-safe. */
public final class ParameterBinder {

    /** The protocol sends the number of parameters in two bytes. */
    private static final int MAX_BINDS = 65_535;

    private final WireContext context;

    /** Creates a binder; {@code context} has the settings of the mapper. */
    public ParameterBinder(WireContext context) {
        this.context = context;
    }

    /**
     * Returns the values to send, in the order of {@code parameters}.
     *
     * @throws MappingException if a value cannot be sent; the message names the parameter of {@code sql} and does not
     *     contain the value
     */
    public @Nullable Object[] encode(List<Parameter> parameters, String sql) {
        if (parameters.size() > MAX_BINDS) {
            throw new MappingException(
                    "The statement has " + parameters.size() + " parameters, but PostgreSQL accepts at most "
                            + MAX_BINDS
                            + ". Nothing was sent. Pass many values as one list, with in(..) or an array, or send"
                            + " several"
                            + " statements. Statement: " + Shown.sql(sql));
        }
        @Nullable Object[] wire = new @Nullable Object[parameters.size()];
        for (int i = 0; i < wire.length; i++) {
            Parameter parameter = parameters.get(i);
            wire[i] = parameter.value() == null ? null : encode(parameter.type(), parameter, i, sql);
        }
        return wire;
    }

    /**
     * Returns {@code rows} in the text format of COPY.
     *
     * @throws MappingException if a value cannot be sent, as for {@link #encode(List, String)}
     */
    public String copyText(List<List<Parameter>> rows, String sql) {
        CopyText text = new CopyText();
        for (List<Parameter> row : rows) {
            for (@Nullable Object value : encode(row, sql)) {
                text.value(value);
            }
            text.endRow();
        }
        return text.finish();
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the value of a parameter has its type, and is not null here
    private <T> Object encode(SqlType<T> type, Parameter parameter, int index, String sql) {
        try {
            return type.toWire((T) parameter.value(), context);
        } catch (MappingException e) {
            throw e;
        } catch (RuntimeException e) {
            @Nullable Object member = parameter.member();
            String what = member == null ? "parameter $" + (index + 1) : member.toString();
            throw new MappingException(
                    "The value of " + what + " cannot be sent as " + type.name().name() + ": "
                            + (e.getClass() == IllegalArgumentException.class
                                    ? e.getMessage()
                                    : e.getClass().getSimpleName())
                            + ". Statement: " + Shown.sql(sql));
        }
    }

    /** Binds encoded values to {@code statement}. Nulls are bound with their type, so that the server uses one plan. */
    public static void bind(Statement statement, List<Parameter> parameters, @Nullable Object[] wire) {
        for (int i = 0; i < wire.length; i++) {
            @Nullable Object value = wire[i];
            if (value == null) {
                statement.bindNull(i, parameters.get(i).type().wireType());
            } else {
                statement.bind(i, value);
            }
        }
    }
}
