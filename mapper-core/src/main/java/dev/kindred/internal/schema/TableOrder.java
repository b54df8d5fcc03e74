package dev.kindred.internal.schema;

import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.ddl.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sorts tables so that each follows the tables that it references. In a cycle, the first table comes first. */
final class TableOrder {

    private final Map<TableName, Set<TableName>> targets = new TreeMap<>(SchemaTables.BY_NAME);
    private final List<TableName> order = new ArrayList<>();

    private TableOrder(List<EntityTable> tables) {
        tables.forEach(entity -> targets.put(entity.table().name(), new LinkedHashSet<>()));
        for (EntityTable entity : tables) {
            TableName name = entity.table().name();
            entity.table().constraints(ForeignKey.class).stream()
                    .map(ForeignKey::target)
                    .filter(target -> targets.containsKey(target) && !target.equals(name))
                    .forEach(target -> targetsOf(name).add(target));
        }
    }

    static List<TableName> of(List<EntityTable> tables) {
        TableOrder order = new TableOrder(tables);
        while (!order.targets.isEmpty()) {
            order.place(order.next());
        }
        return List.copyOf(order.order);
    }

    private Set<TableName> targetsOf(TableName table) {
        return targets.getOrDefault(table, Set.of());
    }

    private void place(TableName table) {
        order.add(table);
        targets.remove(table);
        targets.values().forEach(pointedAt -> pointedAt.remove(table));
    }

    private TableName next() {
        return targets.keySet().stream()
                .filter(table -> targetsOf(table).isEmpty())
                .findFirst()
                .or(() -> targets.keySet().stream().filter(this::isInCircle).findFirst())
                .orElseThrow(() -> new IllegalStateException(
                        "A set of tables that all reference each other must contain a cycle"));
    }

    private boolean isInCircle(TableName start) {
        Set<TableName> reached = new HashSet<>();
        List<TableName> open = new ArrayList<>(targetsOf(start));
        while (!open.isEmpty()) {
            TableName table = open.remove(open.size() - 1);
            if (reached.add(table)) {
                open.addAll(targetsOf(table));
            }
        }
        return reached.contains(start);
    }
}
