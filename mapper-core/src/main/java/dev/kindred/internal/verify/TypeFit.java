package dev.kindred.internal.verify;

import dev.kindred.internal.sql.ddl.DataType;
import dev.kindred.internal.verify.Catalog.CatalogColumn;
import dev.kindred.internal.verify.Catalog.ChainedType;
import dev.kindred.type.TypeName;
import java.util.List;
import java.util.Set;

/** Tells whether a member fits a column. Compares type identities and resolves domains. All text types are equal. */
final class TypeFit {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");
    private static final Set<String> PLAIN_LIMITS =
            Set.of("bit", "varbit", "time", "timetz", "timestamp", "timestamptz");
    private static final Set<String> SIZED =
            Set.of("varchar", "bpchar", "numeric", "bit", "varbit", "time", "timetz", "timestamp", "timestamptz");

    private static final int HEADER = 4;
    private static final int PRECISION_SHIFT = 16;
    private static final int SCALE_BITS = 0x7ff;
    private static final int SCALE_SIGN = 0x400;

    private TypeFit() {}

    static boolean fits(DataType expected, CatalogColumn column) {
        TypeName name = expected.name();
        return column.chain().stream().anyMatch(type -> type.inArray() == name.array() && isSame(name, type))
                && holds(expected, column);
    }

    private static boolean isSame(TypeName expected, ChainedType type) {
        String name = expected.name();
        if (expected.builtIn()) {
            return (type.name().equals(name) && type.schema().equals("pg_catalog")) || areTexts(name, type);
        }
        int dot = name.indexOf('.');
        return dot < 0
                ? type.name().equals(name) || areTexts(name, type)
                : type.schema().equals(name.substring(0, dot)) && type.name().equals(name.substring(dot + 1));
    }

    private static boolean areTexts(String expected, ChainedType type) {
        return TEXTS.contains(expected) && TEXTS.contains(type.name());
    }

    /** Returns whether the limit of a column, if any, is at least that of the member. */
    private static boolean holds(DataType expected, CatalogColumn column) {
        List<Integer> modifiers = expected.modifiers();
        if (modifiers.isEmpty()
                || column.modifier() < 0
                || !SIZED.contains(expected.name().name())) {
            return true;
        }
        if (PLAIN_LIMITS.contains(expected.name().name())) {
            return column.modifier() >= modifiers.get(0);
        }
        int limit = column.modifier() - HEADER;
        if (modifiers.size() == 1) {
            return limit >= modifiers.get(0);
        }
        int precision = limit >> PRECISION_SHIFT;
        int scale = ((limit & SCALE_BITS) ^ SCALE_SIGN) - SCALE_SIGN;
        int wanted = modifiers.get(1);
        return scale >= wanted && precision - scale >= modifiers.get(0) - wanted;
    }
}
