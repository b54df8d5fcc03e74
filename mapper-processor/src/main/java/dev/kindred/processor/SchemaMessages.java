package dev.kindred.processor;

import javax.lang.model.type.TypeMirror;

/** What is said about the parts of a mapping that only a schema needs. */
final class SchemaMessages {

    private SchemaMessages() {}

    static String nul(String where, String attribute) {
        return where + ": the " + attribute
                + " has a NUL character in it, which PostgreSQL cannot store. Write another one.";
    }

    static String range(String where) {
        return where + ": length, precision and scale are not negative, and the scale is at most the precision."
                + " Write @Column(length = 40), or @Column(precision = 10, scale = 2).";
    }

    static String length(String where, TypeMirror type) {
        return where + ": a length stands on a String or an enum without another column type, but this is "
                + JavaModel.written(type) + ". Remove the length, or the type.";
    }

    static String precision(String where, TypeMirror type) {
        return where
                + ": a precision stands on a BigDecimal or BigInteger without another column type, but this is "
                + JavaModel.written(type) + ". Remove the precision, or the type.";
    }

    static String setNull(String where, String annotation, String member) {
        return where + ": " + annotation + "(onDelete = SET_NULL) sets the foreign key to null, but '" + member
                + "' takes no null. Mark it @Nullable (and box it when it is a primitive), or write another onDelete.";
    }

    static String setDefault(String where, String annotation, String member) {
        return where + ": " + annotation + "(onDelete = SET_DEFAULT) sets the foreign key to its default, but '"
                + member
                + "' takes no null and has none. Add @Column(defaultValue = \"..\") to it, or write another onDelete.";
    }

    static String otherSide(String where, String action, String other, String otherAction) {
        return where + ": onDelete is " + action + " here and " + otherAction + " on " + other
                + ", the other side of the same foreign key. Write it on one side only, or the same on both.";
    }
}
