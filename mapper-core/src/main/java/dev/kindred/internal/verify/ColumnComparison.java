package dev.kindred.internal.verify;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.schema.EntityTable;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.ddl.ColumnChange;
import dev.kindred.internal.sql.ddl.ColumnDefault;
import dev.kindred.internal.sql.ddl.Constraint.ForeignKey;
import dev.kindred.internal.sql.ddl.DataType;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import dev.kindred.internal.sql.ddl.Table;
import dev.kindred.internal.sql.ddl.TableColumn;
import dev.kindred.internal.verify.Catalog.CatalogColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.schema.Finding;
import dev.kindred.type.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares the columns of one table. */
final class ColumnComparison {

    private final EntityTable entity;
    private final Table table;
    private final Map<String, CatalogColumn> present;
    private final Function<List<SchemaStatement>, List<String>> remedies;
    private final boolean isTable;
    private final List<Finding> findings = new ArrayList<>();

    /** Compares with {@code present}. Nullability and defaults are skipped for a view. */
    ColumnComparison(
            EntityTable entity,
            Map<String, CatalogColumn> present,
            Function<List<SchemaStatement>, List<String>> remedies,
            boolean isTable) {
        this.entity = entity;
        this.table = entity.table();
        this.present = present;
        this.remedies = remedies;
        this.isTable = isTable;
    }

    List<Finding> findings() {
        for (int i = 0; i < table.columns().size(); i++) {
            compare(entity.model().columns().get(i), table.columns().get(i));
        }
        if (isTable) {
            unmapped();
        }
        return List.copyOf(findings);
    }

    private void compare(EntityColumn<?, ?> column, TableColumn expected) {
        Place place = new Place(table.name(), List.of(expected.name()), column.toString());
        @Nullable CatalogColumn found = present.get(expected.name());
        if (found == null) {
            SchemaStatement add = new SchemaStatement.AddColumn(table.name(), expected);
            findings.add(Difference.missingColumn(place, words(expected.type()), remedies.apply(List.of(add))));
            return;
        }
        if (!TypeFit.fits(expected.type(), found)) {
            findings.add(Difference.wrongType(
                    place,
                    words(expected.type()),
                    found.type(),
                    change(expected, new ColumnChange.SetType(expected.type()))));
        }
        if (isTable) {
            nullness(column, expected, found, place);
            whenOmitted(column, expected, found, place);
        }
    }

    private void nullness(EntityColumn<?, ?> column, TableColumn expected, CatalogColumn found, Place place) {
        boolean refusesNull =
                !Nodes.of(column).is(ColumnTrait.NULLABLE) || Nodes.of(column).is(ColumnTrait.TENANT);
        if ((refusesNull && !found.notNull()) || (givesNull(column, expected) && found.notNull())) {
            findings.add(Difference.wrongNullness(
                    place, refusesNull, change(expected, new ColumnChange.SetNotNull(refusesNull))));
        }
    }

    /**
     * Some members are null only in Java: those that the mapper or the database fills, and a foreign key that a write
     * through a relation sets.
     */
    private boolean givesNull(EntityColumn<?, ?> column, TableColumn expected) {
        boolean isForeignKey = table.constraints(ForeignKey.class).stream()
                .anyMatch(key -> key.columns().contains(expected.name()));
        return !expected.notNull() && !isForeignKey && !Nodes.of(column).is(ColumnTrait.READ_ONLY);
    }

    private void whenOmitted(EntityColumn<?, ?> column, TableColumn expected, CatalogColumn found, Place place) {
        @Nullable ColumnDefault wanted = expected.whenOmitted();
        if (found.filled() || (wanted == null && !Nodes.of(column).is(ColumnTrait.GENERATED))) {
            return;
        }
        if (wanted == null) {
            findings.add(Difference.missingDefault(place, "a default", List.of()));
            return;
        }
        String words = wanted instanceof ColumnDefault.Expression expression
                ? "the default " + expression.sql()
                : "an identity or a default";
        List<SchemaStatement> statements = new ArrayList<>();
        if (wanted instanceof ColumnDefault.Identity && !found.notNull()) {
            statements.add(altered(expected, new ColumnChange.SetNotNull(true)));
        }
        statements.add(altered(expected, new ColumnChange.SetDefault(wanted)));
        if (wanted instanceof ColumnDefault.Identity) {
            statements.add(new SchemaStatement.ContinueIdentity(table.name(), expected.name()));
        }
        findings.add(Difference.missingDefault(place, words, remedies.apply(statements)));
    }

    private void unmapped() {
        Set<String> mapped = new HashSet<>();
        table.columns().forEach(column -> mapped.add(column.name()));
        for (CatalogColumn column : new TreeMap<>(present).values()) {
            String name = column.name();
            if (name != null && !mapped.contains(name) && column.notNull() && !column.filled()) {
                SchemaStatement remedy =
                        new SchemaStatement.AlterColumn(table.name(), name, new ColumnChange.SetNotNull(false));
                findings.add(Difference.unmappedColumn(
                        new Place(table.name(), List.of(name), entity.member()), remedies.apply(List.of(remedy))));
            }
        }
    }

    private List<String> change(TableColumn column, ColumnChange change) {
        return remedies.apply(List.of(altered(column, change)));
    }

    private SchemaStatement altered(TableColumn column, ColumnChange change) {
        return new SchemaStatement.AlterColumn(table.name(), column.name(), change);
    }

    private static String words(DataType type) {
        TypeName name = type.name();
        String modifiers = type.modifiers().isEmpty()
                ? ""
                : type.modifiers().toString().replace('[', '(').replace(']', ')');
        return name.name() + modifiers + (name.array() ? "[]" : "");
    }
}
