package dev.kindred.internal.schema;

import dev.kindred.internal.schema.Catalog.CatalogKey;
import dev.kindred.internal.schema.Catalog.Target;
import dev.kindred.schema.Finding;
import dev.kindred.schema.Place;
import dev.kindred.sql.ReferentialAction;
import dev.kindred.sql.TableName;
import dev.kindred.sql.ddl.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Compares the foreign keys of one table. */
final class ForeignKeyComparison {

    private final List<CatalogKey> present;

    ForeignKeyComparison(List<CatalogKey> present) {
        this.present = present;
    }

    List<Finding> findings(
            List<ForeignKey> keys,
            Function<ForeignKey, Finding> missing,
            BiFunction<ForeignKey, String, List<String>> replaced,
            Function<ForeignKey, Place> place) {
        List<Finding> findings = new ArrayList<>();
        for (ForeignKey key : keys) {
            Optional<CatalogKey> found =
                    present.stream().filter(other -> isSame(key, other)).findFirst();
            if (found.isEmpty()) {
                findings.add(missing.apply(key));
            } else if (key.onDelete() != null && key.onDelete() != action(found.get())) {
                findings.add(new Finding.WrongDelete(
                        place.apply(key),
                        key.onDelete(),
                        action(found.get()),
                        replaced.apply(key, found.get().name())));
            }
        }
        return findings;
    }

    private static boolean isSame(ForeignKey key, CatalogKey found) {
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

    /** The letters of {@code pg_constraint.confdeltype}. */
    private static ReferentialAction action(CatalogKey key) {
        Target target = key.target();
        return switch (target == null ? "a" : target.action()) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
