package dev.kindred.processor;

import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Messages about the type of a column. */
final class TypeMessages {

    private TypeMessages() {}

    static String unknown(String where, TypeMirror type) {
        String written = JavaModel.written(type);
        if (RelationReader.isFlux(type)) {
            return where + ": a " + written
                    + " is a relation or has no column. Mark the member with @HasMany or with @Transient.";
        }
        if (RelationReader.isMono(type)) {
            return where + ": a " + written
                    + " is a relation or has no column. Mark the member with @HasOne if the other table has the"
                    + " foreign key, with @BelongsTo if this table has it, or with @Transient.";
        }
        return where + ": the mapper has no column type for " + written
                + ". Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..),"
                + " mark it with @Transient if it has no column, or with @HasOne, @HasMany or @BelongsTo if it is a"
                + " relation.";
    }

    static String columnType(String where, @Nullable String problem) {
        return where + ": " + problem;
    }

    static String hidden(String where, TypeMirror type) {
        return where + ": the type " + JavaModel.written(type)
                + " is not visible to the generated class in the package of the entity. Make it public, or"
                + " package-private if it is in the same package.";
    }

    static String jsonWithCodec(String where) {
        return where + ": @Json and a codec cannot be combined. Remove one of them.";
    }

    static String jsonInOther(String where, String databaseType) {
        return where + ": a member marked @Json is stored as json or jsonb, not as " + databaseType
                + ". Write @Column(type = \"json\"), or omit the type for jsonb.";
    }

    static String jsonArray(String where, TypeMirror type) {
        return where + ": @Json does not support " + JavaModel.written(type)
                + ", an array of a generic type. Use a List instead of the array.";
    }

    static String jsonInner(String where, TypeMirror type) {
        return where + ": @Json does not support " + JavaModel.written(type)
                + ", an inner class of a generic type. Make the class static, with type parameters of its own.";
    }

    static String notACodec(String where, String codec) {
        return where + ": " + codec
                + " is not a Codec<T, W> with both type arguments. Implement dev.kindred.type.Codec, for"
                + " example Codec<Money, BigDecimal>.";
    }

    static String codecConstructor(String where, String codec) {
        return where + ": the codec " + codec
                + " cannot be instantiated. Make it a class that is not abstract, generic, private or"
                + " inner, with a visible constructor without parameters and without checked exceptions. A codec that"
                + " the mapper gets with codec(..) has only constructors with parameters.";
    }

    static String defaultOfOther(String where, String codec, TypeMirror converts) {
        return where + ": " + codec + " is a codec of " + JavaModel.written(converts) + ", but the annotated type is "
                + where + ". Name a codec of " + where + ", or annotate " + JavaModel.written(converts) + ".";
    }

    static String twoDefaults(String where, String one, String other, String type) {
        return where + ": " + one + " and " + other + " are both codecs of " + type
                + ". Keep one, and name the other at its members with @Column(codec = ..).";
    }

    static String codecOfOther(String where, String codec, TypeMirror converts, TypeMirror member) {
        return where + ": " + codec + " is a codec of " + JavaModel.written(converts) + ", but the member is of type "
                + JavaModel.written(member) + ". Name a codec of the type of the member, or change that type.";
    }

    static String codecOfGeneric(String where, String codec, TypeMirror converts) {
        return where + ": " + codec + " converts the generic type " + JavaModel.written(converts)
                + ". A codec needs a type without type arguments. Wrap it in a record and write a codec of"
                + " that record, or mark the member with @Json.";
    }

    static String codecToUnknown(String where, String codec, TypeMirror to) {
        return where + ": " + codec + " converts the member to " + JavaModel.written(to)
                + ", for which the mapper has no column type. Convert it to a supported type, such as String"
                + " or BigDecimal.";
    }
}
