package dev.kindred.reactor.internal.persist;

import dev.kindred.error.CheckViolationException;
import dev.kindred.error.DataException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.ServerError;
import dev.kindred.error.StatementException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OneOfParts;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds the violated members to an error. Thread-safe: it has no state. */
public final class ViolatedMembers {

    private ViolatedMembers() {}

    /** Returns {@code error} with the violated members, if it is a violation in the table of {@code model}. */
    public static Throwable named(Throwable error, EntityModel<?> model) {
        if (!(error instanceof StatementException refused)
                || !refused.members().isEmpty()
                || !Nodes.of(model).table().name().equals(refused.table())) {
            return error;
        }
        if (refused instanceof CheckViolationException && refused.relation() == null) {
            for (OneOfParts oneOf : Nodes.of(model).oneOfs()) {
                if (isCheckOf(oneOf, refused.constraint())) {
                    return notOneTarget(refused, oneOf, model);
                }
            }
        }
        List<String> members = members(refused.columns(), model);
        return members.isEmpty() ? error : copy(refused, refused.serverError().of(members));
    }

    /** The check of a created schema has the names of the columns in its name. */
    private static boolean isCheckOf(OneOfParts oneOf, @Nullable String constraint) {
        return constraint != null
                && oneOf.type() == null
                && oneOf.keys().stream().allMatch(key -> constraint.contains(key.name()));
    }

    private static StatementException notOneTarget(StatementException refused, OneOfParts oneOf, EntityModel<?> model) {
        List<String> keys = oneOf.keys().stream().map(ColumnReference::name).toList();
        List<String> members = members(keys, model);
        return new CheckViolationException(
                oneOf.relation() + " must reference exactly one row, so one of " + members
                        + " has a value and the others are null. " + refused.getMessage(),
                refused.serverError().concerning(oneOf.relation()),
                refused.getCause());
    }

    private static List<String> members(List<String> columns, EntityModel<?> model) {
        List<String> members = new ArrayList<>();
        for (String name : columns) {
            @Nullable String member = memberOrNull(name, model);
            if (member == null) {
                return List.of();
            }
            members.add(member);
        }
        return members;
    }

    private static @Nullable String memberOrNull(String name, EntityModel<?> model) {
        for (EntityColumn<?, ?> column : model.columns()) {
            if (Columns.reference(column).name().equals(name)) {
                return column.member();
            }
        }
        return null;
    }

    private static StatementException copy(StatementException refused, ServerError server) {
        String message = String.valueOf(refused.getMessage());
        @Nullable Throwable cause = refused.getCause();
        if (refused instanceof UniqueViolationException) {
            return new UniqueViolationException(message, server, cause);
        }
        if (refused instanceof ForeignKeyViolationException) {
            return new ForeignKeyViolationException(message, server, cause);
        }
        if (refused instanceof NotNullViolationException) {
            return new NotNullViolationException(message, server, cause);
        }
        if (refused instanceof CheckViolationException) {
            return new CheckViolationException(message, server, cause);
        }
        if (refused instanceof DataException) {
            return new DataException(message, server, cause);
        }
        return refused.getClass() == StatementException.class
                ? new StatementException(message, server, cause)
                : refused;
    }
}
