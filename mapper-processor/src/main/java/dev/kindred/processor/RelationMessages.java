package dev.kindred.processor;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/** What is said about a relation. */
final class RelationMessages {

    private RelationMessages() {}

    /**
     * The side of a relation that a key member was looked for on.
     *
     * @param relation the relation, as {@code User.profile}
     * @param annotation as it is written, {@code @HasOne}
     * @param option the option that names the members
     * @param entity the entity that has them
     */
    record Side(String relation, String annotation, String option, String entity) {

        private String mend() {
            return annotation + "(" + option + " = \"..\")";
        }
    }

    static String notMono(String relation, String annotation, TypeMirror type) {
        return relation + ": a member marked " + annotation
                + " is a Mono of an entity, such as Mono<Profile>, but this is " + JavaModel.written(type)
                + ". Change the type, or remove " + annotation + ".";
    }

    static String notEntity(String relation, String annotation, String target) {
        return relation + ": " + annotation + " leads to " + target + ", which is no entity. Mark " + target
                + " with @Table, or write Mono<..> of an entity.";
    }

    static String brokenTarget(String relation, String annotation, String target) {
        return relation + ": " + annotation + " leads to " + target + ", which the mapper cannot build; " + target
                + " must be a record, or a class with one constructor for all its members.";
    }

    static String brokenClassFile(String relation, String annotation, String problem) {
        return relation + ": " + annotation + " refers to an entity in a class file that the mapper cannot read. "
                + problem;
    }

    static String hiddenTarget(String relation, String annotation, String target) {
        return relation + ": " + annotation + " leads to " + target
                + ", which the class that is written for the entity cannot see from its package. Make " + target
                + " and the classes around it public.";
    }

    static String notGenerated(String relation, String annotation, String target, String generated) {
        return relation + ": " + annotation + " leads to " + target + ", which was compiled without the class "
                + generated + ". Compile " + target + " with kindred-processor on its annotation processor path.";
    }

    static String noId(Side side) {
        return side.relation() + ": " + side.annotation() + " goes by the @Id of " + side.entity()
                + ", which has none. Mark a member of " + side.entity() + " with @Id, or name its members with "
                + side.mend() + ".";
    }

    /**
     * A key member that does not exist.
     *
     * @param expected the type it should have, or an empty text when that is not known
     */
    static String missing(Side side, String member, List<String> present, String expected) {
        String suggestion = Suggestion.nearest(member, present)
                .map(near -> " Did you mean '" + near + "'?")
                .orElse("");
        return side.relation() + ": " + side.annotation() + " needs the member '" + member + "' of " + side.entity()
                + " as its "
                + side.option() + ", but " + side.entity() + " has no column member of that name. It has: "
                + String.join(", ", present) + "." + suggestion + " Add '" + member + "'"
                + (expected.isEmpty() ? "" : " of type " + expected) + " to " + side.entity()
                + ", or name another member with "
                + side.mend() + ".";
    }

    static String lengths(Side side, List<String> members, List<String> others) {
        return side.relation() + ": the two sides of " + side.annotation() + " differ in length: the " + side.option()
                + " of "
                + side.entity() + " is " + members + ", the other side is " + others
                + ". Name as many members on both sides, in the same order.";
    }

    static String types(Side side, String member, String other) {
        return side.relation() + ": the types of the keys of " + side.annotation() + " can never be equal: the "
                + side.option() + " is "
                + side.entity() + "." + member + ", the other side is " + other
                + ". Give both the same type; byte, short, int and long match each other, and so do BigInteger and BigDecimal.";
    }

    static String notSingle(Side side, String member, String other) {
        return side.relation() + ": the key of " + side.annotation() + " is a list, an array or a JSON document: the "
                + side.option() + " is "
                + side.entity() + "." + member + ", the other side is " + other
                + ". Let the relation go by members that hold a single value.";
    }

    static String stored(Side side, String member, String other) {
        return side.relation() + ": the keys of " + side.annotation()
                + " have the same type in Java and are stored in different ways: the "
                + side.option() + " is "
                + side.entity() + "." + member + ", the other side is " + other
                + ". Give both columns the same codec, and enums the same type.";
    }

    static String notAScope(String relation, String scope, String related) {
        return relation + ": the scope " + scope + " is no RelationScope. Write a class that implements RelationScope<"
                + related + ">.";
    }

    static String scopeOfOther(String relation, String scope, TypeMirror rows, String related) {
        return relation + ": the scope " + scope + " is one for rows of " + JavaModel.written(rows)
                + ", but the relation leads to " + related + ". Let it implement RelationScope<" + related + ">.";
    }

    static String scopeConstructor(String relation, String scope) {
        return relation + ": the scope " + scope
                + " cannot be made: it must be a class that is neither abstract, generic, private nor inner, with a public constructor"
                + " that takes no arguments and throws no checked exception.";
    }

    static String twoPicks(String relation) {
        return relation + ": latestBy and oldestBy each say which one of many rows is meant. Remove one of them.";
    }

    static String pickOfUnique(String relation, String step, String foreignKey) {
        return relation + ": " + step + " picks one of many rows, but @Column(unique = true) on " + foreignKey
                + " allows one row only. Remove one of them.";
    }

    static String nothingToTouch(String relation, String owner) {
        return relation + ": @BelongsTo(touch = true) sets the time of the last change of " + owner
                + ", which has no member for it. Mark one of " + owner
                + " with @UpdatedAt, such as @UpdatedAt Instant updatedAt, or remove touch.";
    }

    static String touchWithoutId(String relation, String entity) {
        return relation + ": @BelongsTo(touch = true) goes by the @Id of " + entity
                + " to tell which owner a row had before, but " + entity + " has none. Mark a member of " + entity
                + " with @Id, or remove touch.";
    }

    static String notAPair(String relation, String pair) {
        return relation + ": '" + pair + "' in meta is no pair. Write \"key=value\".";
    }

    static String twoPairs(String relation, String key) {
        return relation + ": meta has the key '" + key + "' twice. Remove one of them.";
    }
}
