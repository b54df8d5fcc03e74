package dev.kindred.internal.verify;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.render.TypedReference.Target;
import dev.kindred.internal.render.TypedReference.WrongRows;
import dev.kindred.internal.util.Checks;
import dev.kindred.schema.Finding;
import java.util.List;

/** A finding. Immutable and thread-safe. */
record Difference(Kind kind, Place place, String expected, String found, List<String> remedy) implements Finding {

    private static final String NONE = "none";

    Difference {
        remedy = Checks.noNulls(remedy, "remedy");
    }

    static Finding missingTable(Place place, List<String> remedy) {
        return new Difference(Kind.MISSING_TABLE, place, "a table", NONE, remedy);
    }

    static Finding missingColumn(Place place, String type, List<String> remedy) {
        return new Difference(Kind.MISSING_COLUMN, place, type, NONE, remedy);
    }

    static Finding wrongType(Place place, String expected, String found, List<String> remedy) {
        return new Difference(Kind.WRONG_TYPE, place, expected, found, remedy);
    }

    static Finding wrongNullness(Place place, boolean notNull, List<String> remedy) {
        return new Difference(
                Kind.WRONG_NULLNESS,
                place,
                notNull ? "NOT NULL" : "a nullable column",
                notNull ? "a nullable column" : "NOT NULL",
                remedy);
    }

    static Finding unmappedColumn(Place place, List<String> remedy) {
        return new Difference(
                Kind.UNMAPPED_COLUMN,
                place,
                "no such column, or a default for it",
                "NOT NULL without a default",
                remedy);
    }

    static Finding missingDefault(Place place, String expected, List<String> remedy) {
        return new Difference(Kind.MISSING_DEFAULT, place, expected, NONE, remedy);
    }

    static Finding missingPrimaryKey(Place place, String found, List<String> remedy) {
        return new Difference(Kind.MISSING_PRIMARY_KEY, place, "a primary key", found, remedy);
    }

    static Finding missingUniqueKey(Place place, List<String> remedy) {
        return new Difference(Kind.MISSING_UNIQUE_KEY, place, "a unique index", NONE, remedy);
    }

    static Finding missingLiveKey(Place place, String found, List<String> remedy) {
        return new Difference(
                Kind.MISSING_LIVE_KEY,
                place,
                "a unique index of the rows that are not marked as deleted",
                found,
                remedy);
    }

    static Finding sharedKey(Place place, long keys) {
        String found = keys + (keys == 1 ? " key" : " keys") + " with several rows";
        return new Difference(Kind.SHARED_KEY, place, "at most one row for each key", found, List.of());
    }

    static Finding missingIndex(Place place, List<String> remedy) {
        return new Difference(Kind.MISSING_INDEX, place, "an index", NONE, remedy);
    }

    static Finding missingForeignKey(Place place, String expected, String found, List<String> remedy) {
        return new Difference(Kind.MISSING_FOREIGN_KEY, place, expected, found, remedy);
    }

    static Finding wrongDelete(Place place, OnDelete expected, OnDelete found, List<String> remedy) {
        return new Difference(Kind.WRONG_DELETE, place, expected + " on delete", found.toString(), remedy);
    }

    static Finding missingCheck(Place place, String expected, List<String> remedy) {
        return new Difference(Kind.MISSING_CHECK, place, expected, NONE, remedy);
    }

    static Finding unknownType(Place place, List<String> names, WrongRows wrong) {
        return new Difference(
                Kind.UNKNOWN_TYPE,
                place,
                "one of the types " + names,
                rows(wrong) + " '" + wrong.type() + "'",
                List.of());
    }

    static Finding orphanedRows(Place place, Target target, WrongRows wrong) {
        return new Difference(
                Kind.ORPHANED_ROWS,
                place,
                "a row of " + target.table(),
                rows(wrong) + " '" + wrong.type() + "' without one",
                List.of());
    }

    private static String rows(WrongRows wrong) {
        return wrong.rows() + (wrong.rows() == 1 ? " row of the type" : " rows of the type");
    }

    static Finding missingType(Place place, List<String> remedy) {
        return new Difference(Kind.MISSING_TYPE, place, "an enum type", NONE, remedy);
    }

    static Finding missingLabel(Place place, String label, List<String> remedy) {
        return new Difference(Kind.MISSING_LABEL, place, "the label " + label, NONE, remedy);
    }

    @Override
    public String table() {
        return place.table().toString();
    }

    @Override
    public List<String> columns() {
        return place.columns();
    }

    @Override
    public String member() {
        return place.member();
    }

    @Override
    public String toString() {
        return kind + " " + message();
    }
}
