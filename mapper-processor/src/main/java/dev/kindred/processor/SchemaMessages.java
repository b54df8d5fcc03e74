package dev.kindred.processor;

import javax.lang.model.type.TypeMirror;

/** Messages about the parts of a mapping that only a schema uses. */
final class SchemaMessages {

    private SchemaMessages() {}

    static String nul(String where, String attribute) {
        return where + ": the " + attribute
                + " contains a NUL character, which PostgreSQL cannot store. Remove the character.";
    }

    static String range(String where) {
        return where + ": length, precision and scale cannot be negative, and the scale cannot exceed the precision."
                + " Write @Column(length = 40), or @Column(precision = 10, scale = 2).";
    }

    static String length(String where, TypeMirror type) {
        return where + ": a length requires a String or an enum without a column type, but the type is "
                + JavaModel.written(type) + ". Remove the length or the column type.";
    }

    static String precision(String where, TypeMirror type) {
        return where
                + ": a precision requires a BigDecimal or BigInteger without a column type, but the type is "
                + JavaModel.written(type) + ". Remove the precision or the column type.";
    }

    static String setNull(String where, String annotation, String member) {
        return where + ": " + annotation + "(onDelete = SET_NULL) sets the foreign key to null, but '" + member
                + "' is not nullable. Mark it @Nullable (and box a primitive type), or choose another onDelete.";
    }

    static String setDefault(String where, String annotation, String member) {
        return where + ": " + annotation + "(onDelete = SET_DEFAULT) sets the foreign key to its default, but '"
                + member
                + "' is not nullable and has no default. Add @Column(defaultValue = \"..\") to it, or choose"
                + " another onDelete.";
    }

    static String otherSide(String where, String action, String other, String otherAction) {
        return where + ": onDelete is " + action + " here and " + otherAction + " on " + other
                + ", the other side of the same foreign key. Write it on one side only, or the same value on both.";
    }
}
