package dev.kindred.micrometer;

import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import io.micrometer.common.KeyValues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The keys that operations and statements share. Every observation has each of them. */
final class Keys {

    private Keys() {}

    static KeyValues of(
            Operation operation, @Nullable Class<?> entity, @Nullable String relation, @Nullable Outcome outcome) {
        return KeyValues.of(
                "kindred.operation",
                lower(operation),
                "kindred.entity",
                entity == null ? "none" : entity.getSimpleName(),
                "kindred.relation",
                relation == null ? "none" : relation,
                "kindred.outcome",
                outcome == null ? "none" : lower(outcome));
    }

    /** Returns for example {@code find User} or {@code load User.profile}. */
    static String name(Operation operation, @Nullable Class<?> entity, @Nullable String relation) {
        String name = lower(operation).replace('_', ' ');
        if (relation != null) {
            return name + " " + relation;
        }
        return entity == null ? name : name + " " + entity.getSimpleName();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
