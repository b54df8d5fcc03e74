package dev.kindred.internal.verify;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.ddl.Constraint.ForeignKey;
import dev.kindred.internal.verify.Catalog.CatalogKey;
import dev.kindred.internal.verify.Catalog.Target;
import dev.kindred.schema.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Compares one foreign key. */
final class ForeignKeyComparison {

    private final ForeignKey key;
    private final Place place;
    private final BiFunction<ForeignKey, List<String>, List<String>> remedies;

    /**
     * Creates a comparison. {@code remedies} returns the statements that replace the named constraints with the foreign
     * key.
     */
    ForeignKeyComparison(ForeignKey key, Place place, BiFunction<ForeignKey, List<String>, List<String>> remedies) {
        this.key = key;
        this.place = place;
        this.remedies = remedies;
    }

    /** Compares the key. {@code strangers} are the keys of {@code present} that the schema does not declare. */
    Optional<Finding> with(List<CatalogKey> present, List<CatalogKey> strangers) {
        Optional<CatalogKey> same =
                present.stream().filter(found -> isSame(key, found)).findFirst();
        if (same.isEmpty()) {
            return Optional.of(missing(strangers));
        }
        OnDelete wanted = key.onDelete();
        OnDelete actual = action(same.get());
        return wanted == null || wanted == actual
                ? Optional.empty()
                : Optional.of(Difference.wrongDelete(
                        place,
                        wanted,
                        actual,
                        remedies.apply(key, List.of(same.get().name()))));
    }

    private Finding missing(List<CatalogKey> strangers) {
        String expected = words(key.target(), key.targetColumns());
        for (CatalogKey other : strangers) {
            Target target = other.target();
            if (target != null && other.columns().equals(key.columns())) {
                return Difference.missingForeignKey(
                        place,
                        expected,
                        words(target.table(), target.columns()),
                        remedies.apply(key, List.of(other.name())));
            }
        }
        return Difference.missingForeignKey(place, expected, "none", remedies.apply(key, List.of()));
    }

    static boolean isSame(ForeignKey key, CatalogKey found) {
        Target target = found.target();
        return target != null
                && isSame(key.target(), target)
                && pairs(key.columns(), key.targetColumns()).equals(pairs(found.columns(), target.columns()));
    }

    private static boolean isSame(TableName expected, Target found) {
        return expected.name().equals(found.table().name())
                && (expected.schema() == null
                        ? found.visible()
                        : expected.schema().equals(found.table().schema()));
    }

    private static Map<String, String> pairs(List<String> columns, List<String> targets) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.put(columns.get(i), targets.get(i));
        }
        return pairs;
    }

    private static String words(TableName target, List<String> columns) {
        return "a foreign key to " + target + columns;
    }

    /** The letters of {@code pg_constraint.confdeltype}. */
    private static OnDelete action(CatalogKey key) {
        Target target = key.target();
        return switch (target == null ? "a" : target.action()) {
            case "r" -> OnDelete.RESTRICT;
            case "c" -> OnDelete.CASCADE;
            case "n" -> OnDelete.SET_NULL;
            case "d" -> OnDelete.SET_DEFAULT;
            default -> OnDelete.NO_ACTION;
        };
    }
}
