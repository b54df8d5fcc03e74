package dev.kindred.processor;

import java.util.Collection;
import java.util.List;

/** Messages about a relation to one of several types. */
final class OneOfMessages {

    private static final String MARK = "@BelongsToOneOf";

    private OneOfMessages() {}

    static String notMono(String relation, String type) {
        return relation + ": a member marked " + MARK + " must have the type Mono of a sealed interface, such as"
                + " Mono<Commentable>, but the type is " + type + ". Change the type, or use @BelongsTo for one type.";
    }

    static String notSealed(String relation, String type) {
        return relation + ": " + MARK + " refers to " + type + ", which is not sealed, so its types are not known."
                + " Declare it as sealed interface " + type + " permits .., or use @BelongsTo for an entity.";
    }

    static String notEntity(String relation, String sealed, String type) {
        return relation + ": " + sealed + " permits " + type + ", which is not an entity. Mark " + type
                + " with @Table, or remove it from permits.";
    }

    static String sameName(String relation, String sealed, String type) {
        return relation + ": " + sealed + " permits two types with the simple name " + type + ". Rename one of them.";
    }

    static String oneKey(String relation, String type, int keys) {
        return relation + ": " + MARK + " needs a primary key of one column, but " + type + " has " + keys
                + " @Id members. Give " + type + " one @Id, or use one @BelongsTo for each type.";
    }

    static String missing(String relation, String entity, String member, String expected) {
        return relation + ": " + MARK + " needs the member '" + member + "' of " + entity
                + ", which has no column member of that name. Add @Nullable " + expected + " " + member + ", or name"
                + " another member with " + MARK + "(keys = \"Type=member\").";
    }

    static String missingOption(String relation, String option, String entity, String member) {
        return relation + ": " + option + " of " + MARK + " names '" + member + "', but " + entity
                + " has no column member of that name. Add it, or name another member.";
    }

    static String notNullable(String relation, String member) {
        return relation + ": " + MARK + " has one key with a value for each row, so the others are null, but " + member
                + " is not nullable. Mark it @Nullable.";
    }

    static String types(String relation, String member, String other) {
        return relation + ": the keys of " + MARK + " have types that cannot be equal: one side is " + member
                + ", the other side is " + other + ". Give both members the same type and the same column type.";
    }

    static String sharedKey(String relation, String member, List<String> types) {
        return relation + ": " + MARK + " uses the member '" + member + "' for " + types
                + ". Give each type a member of" + " its own, or name the type in a member with " + MARK
                + "(type = .., key = .., names = ..).";
    }

    static String notText(String relation, String member) {
        return relation + ": the type of " + MARK + " is the member " + member + ", which is not a String"
                + " without a codec. Use such a member.";
    }

    static String typeAndKey(String relation) {
        return relation + ": type and key of " + MARK + " belong together, with names and without keys. Set type, key"
                + " and names, or only keys.";
    }

    static String notAPair(String relation, String option, String pair, Collection<String> types) {
        return relation + ": '" + pair + "' in " + option + " of " + MARK + " is not a pair with one of the types "
                + types + ". Write " + (option.equals("names") ? "\"name=Type\"." : "\"Type=member\".");
    }

    static String twice(String relation, String option, String what) {
        return relation + ": " + option + " of " + MARK + " has '" + what + "' twice. Remove one pair.";
    }

    static String unnamed(String relation, String type) {
        return relation + ": names of " + MARK + " has no name for " + type + ". Add the pair \"name=" + type + "\".";
    }

    static String noAction(String relation, String annotation) {
        return relation + ": onDelete of " + annotation + " needs a foreign key, and a key beside the name of a type"
                + " has none. Remove onDelete.";
    }

    static String notNull(String relation, String annotation, String action) {
        return relation + ": onDelete = " + action + " of " + annotation + " would leave a row without a target, which"
                + " the check of " + MARK + " refuses. Use CASCADE, RESTRICT or NO_ACTION.";
    }

    static String notInverse(String relation, String annotation, String inverse, String related) {
        return relation + ": inverse of " + annotation + " names '" + inverse + "', which is not a member of " + related
                + " marked " + MARK + ". Name such a member, or use foreignKey.";
    }

    static String otherTypes(String relation, String inverse, String entity) {
        return relation + ": " + inverse + " does not refer to " + entity + ", because its sealed type does not permit"
                + " it. Implement the sealed type and add " + entity + " to permits, or use foreignKey.";
    }

    static String brokenInverse(String relation, String inverse) {
        return relation + ": " + inverse + " has a mistake, so its key is not known. Correct that member first.";
    }

    static String inverseAndKeys(String relation, String annotation) {
        return relation + ": inverse of " + annotation + " gives the keys. Remove foreignKey and localKey, or remove"
                + " inverse.";
    }
}
