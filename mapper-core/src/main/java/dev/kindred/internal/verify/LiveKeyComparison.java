package dev.kindred.internal.verify;

import dev.kindred.internal.sql.ddl.Index;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import dev.kindred.internal.verify.Catalog.CatalogKey;
import dev.kindred.internal.verify.Catalog.KeyKind;
import dev.kindred.type.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Compares one unique index of the rows that are not marked as deleted. */
final class LiveKeyComparison {

    private final Index index;
    private final Catalog catalog;
    private final int position;

    /** Looks for {@code index} among the keys of the table at {@code position}. */
    LiveKeyComparison(Index index, Catalog catalog, int position) {
        this.index = index;
        this.catalog = catalog;
        this.position = position;
    }

    String name() {
        return index.name();
    }

    List<String> columns() {
        return index.columns();
    }

    String whileNull() {
        return Objects.requireNonNull(index.uniqueWhileNull());
    }

    /** Tells whether the table lacks the index. */
    boolean isMissing() {
        return same(KeyKind.LIVE).stream().noneMatch(key -> whileNull().equals(key.whileNull()));
    }

    /** Tells whether a unique index counts the rows that are marked as deleted, too. */
    boolean isGuarded() {
        return !unique().isEmpty();
    }

    String found() {
        return isGuarded() ? "one that counts deleted rows, so that no row can take their place" : "none";
    }

    /** Returns the statements that make the index and drop those that count deleted rows. */
    List<SchemaStatement> remedy(TableName table) {
        List<SchemaStatement> statements = new ArrayList<>();
        for (CatalogKey key : unique()) {
            statements.add(
                    key.kind() == KeyKind.UNIQUE
                            ? new SchemaStatement.DropConstraint(table, key.name())
                            : new SchemaStatement.DropIndex(table, key.name()));
        }
        if (isMissing()) {
            String name = catalog.unusedName(position, index.name());
            statements.add(new SchemaStatement.CreateIndex(table, new Index(name, columns(), whileNull())));
        }
        return statements;
    }

    private List<CatalogKey> unique() {
        return same(KeyKind.UNIQUE, KeyKind.UNIQUE_INDEX);
    }

    private List<CatalogKey> same(KeyKind... kinds) {
        return catalog.keysOf(position, kinds).stream()
                .filter(key -> Set.copyOf(key.columns()).equals(Set.copyOf(columns())))
                .toList();
    }
}
