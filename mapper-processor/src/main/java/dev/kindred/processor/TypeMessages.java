package dev.kindred.processor;

import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What is said about the type of a column. */
final class TypeMessages {

    private TypeMessages() {}

    static String unknown(String where, TypeMirror type) {
        String written = JavaModel.written(type);
        if (JavaModel.qualifiedName(type).equals(RelationReader.MONO)) {
            return where + ": a " + written
                    + " is a relation or has no column. Mark the member with @HasOne when the other table has the key, with @BelongsTo when"
                    + " this one has it, or with @Transient.";
        }
        return where + ": the mapper knows no column type for " + written
                + ". Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient"
                + " when it has no column, or, when it is a relation, with @HasOne or @BelongsTo.";
    }

    static String columnType(String where, @Nullable String problem) {
        return where + ": " + problem;
    }

    static String hidden(String where, TypeMirror type) {
        return where + ": the type " + JavaModel.written(type)
                + " cannot be seen from the class that is written for the entity, in the package of the entity. Make it public, or, in the"
                + " same package, at least package-private.";
    }

    static String jsonWithCodec(String where) {
        return where + ": @Json and a codec exclude each other. Remove one of them.";
    }

    static String jsonInOther(String where, String databaseType) {
        return where + ": a member marked @Json is stored as json or jsonb, not as " + databaseType
                + ". Write @Column(type = \"json\"), or leave the type out for jsonb.";
    }

    static String jsonArray(String where, TypeMirror type) {
        return where + ": @Json cannot tell the format about " + JavaModel.written(type)
                + ", an array of a generic type. Use a List instead of the array.";
    }

    static String notACodec(String where, String codec) {
        return where + ": " + codec
                + " is no Codec<T, W> with both types given. Implement dev.kindred.type.Codec, for example Codec<Money, BigDecimal>.";
    }

    static String codecConstructor(String where, String codec) {
        return where + ": the codec " + codec
                + " cannot be made. It needs to be a class that is neither abstract, generic, private nor"
                + " inner, with a constructor without arguments that is visible here and throws no checked exception.";
    }

    static String codecOfOther(String where, String codec, TypeMirror converts, TypeMirror member) {
        return where + ": " + codec + " is a codec of " + JavaModel.written(converts) + ", but the member is of type "
                + JavaModel.written(member) + ". Name a codec of that type, or change the type of the member.";
    }

    static String codecOfGeneric(String where, String codec, TypeMirror converts) {
        return where + ": " + codec + " is a codec of the generic type " + JavaModel.written(converts)
                + ", which has no class of its own. Wrap it in a record and write a codec of that, or mark the member with @Json.";
    }

    static String codecToUnknown(String where, String codec, TypeMirror to) {
        return where + ": " + codec + " turns the member into " + JavaModel.written(to)
                + ", for which the mapper knows no column type. Turn it into one that it knows, such as String or BigDecimal.";
    }
}
