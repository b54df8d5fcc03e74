package dev.kindred.internal.verify;

import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.ddl.Index;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import dev.kindred.internal.verify.Catalog.CatalogKey;
import dev.kindred.internal.verify.Catalog.KeyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Compares one partial unique index on rows that are not soft-deleted. */
final class LiveKeyComparison {

    private final Index index;
    private final Catalog catalog;
    private final int position;

    /** Looks up {@code index} among the keys of the table at {@code position}. */
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

    /** Returns whether the index is missing. */
    boolean isMissing() {
        return same(KeyKind.LIVE).stream().noneMatch(key -> whileNull().equals(key.whileNull()));
    }

    /** Returns whether another unique index also covers the soft-deleted rows. */
    boolean isGuarded() {
        return !unique().isEmpty();
    }

    String found() {
        return isGuarded() ? "an index that covers deleted rows, so that no new row can replace them" : "none";
    }

    /** Returns the statements that create the index and drop those that cover deleted rows. */
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
            statements.add(new SchemaStatement.CreateIndex(table, new Index(name, columns(), List.of(), whileNull())));
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
