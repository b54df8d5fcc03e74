package dev.kindred.processor;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Messages about a relation. */
final class RelationMessages {

    private RelationMessages() {}

    /**
     * The side of a relation whose key member is checked.
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
                + " must have the type Mono of an entity, such as Mono<Profile>, but the type is "
                + JavaModel.written(type)
                + ". Change the type, "
                + (annotation.equals("@HasOne") && RelationReader.isFlux(type) ? "use @HasMany for many rows, " : "")
                + "or remove " + annotation + ".";
    }

    static String notFlux(String relation, String annotation, TypeMirror type) {
        return relation + ": a member marked " + annotation
                + " must have the type Flux of an entity, such as Flux<Order>, but the type is "
                + JavaModel.written(type) + ". Change it to a Flux of an entity, "
                + (annotation.equals("@HasMany") && RelationReader.isMono(type) ? "use @HasOne for one row, " : "")
                + "or remove " + annotation + ".";
    }

    static String notEntity(String relation, String annotation, String target) {
        return relation + ": " + annotation + " refers to " + target + ", which is not an entity. Mark " + target
                + " with @Table, or write " + (List.of("@HasOne", "@BelongsTo").contains(annotation) ? "Mono" : "Flux")
                + "<..> of an entity.";
    }

    static String brokenTarget(String relation, String annotation, String target) {
        return relation + ": " + annotation + " refers to " + target + ", which the mapper cannot instantiate. Make "
                + target + " a record, or a class with one constructor for all its members.";
    }

    static String brokenClassFile(String relation, String annotation, String problem) {
        return relation + ": " + annotation + " refers to an entity in a class file that the mapper cannot read. "
                + problem;
    }

    static String hiddenTarget(String relation, String annotation, String target) {
        return relation + ": " + annotation + " refers to " + target
                + ", which is not visible to the generated class in the package of the entity. Make " + target
                + " and the classes around it public.";
    }

    static String notGenerated(String relation, String annotation, String target, String generated) {
        return relation + ": " + annotation + " refers to " + target + ", which was compiled without the class "
                + generated + ". Compile " + target + " with kindred-processor on its annotation processor path.";
    }

    static String noId(Side side) {
        return side.relation() + ": " + side.annotation() + " uses the primary key of " + side.entity()
                + ", which has no @Id. Mark a member of " + side.entity() + " with @Id, or name key members with "
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
        return side.relation() + ": the keys of " + side.annotation() + " have different numbers of members: the "
                + side.option()
                + " of "
                + side.entity() + " is " + members + ", the other side is " + others
                + ". Name the same number of members on both sides, in the same order.";
    }

    static String types(Side side, String member, String other) {
        return side.relation() + ": the keys of " + side.annotation() + " have types that cannot be equal: the "
                + side.option() + " is "
                + side.entity() + "." + member + ", the other side is " + other
                + ". The types byte, short, int and long match each other, and so do BigInteger and"
                + " BigDecimal. Give both members the same type.";
    }

    static String notSingle(Side side, String member, String other) {
        return side.relation() + ": the key of " + side.annotation() + " is a list, an array or a JSON document: the "
                + side.option() + " is "
                + side.entity() + "." + member + ", the other side is " + other
                + ". Use key members that hold a single value.";
    }

    static String stored(Side side, String member, String other) {
        return side.relation() + ": the keys of " + side.annotation()
                + " have the same Java type but different column types: the "
                + side.option() + " is "
                + side.entity() + "." + member + ", the other side is " + other
                + ". Give both columns the same codec, and enums the same type.";
    }

    static String notAScope(String relation, String scope, String related) {
        return relation + ": the scope " + scope
                + " is not a RelationScope. Name a class that implements RelationScope<" + related + ">.";
    }

    static String scopeOfOther(String relation, String scope, TypeMirror rows, String related) {
        return relation + ": the scope " + scope + " is for rows of " + JavaModel.written(rows)
                + ", but the relation refers to " + related + ". Make it implement RelationScope<" + related + ">.";
    }

    static String scopeConstructor(String relation, String scope) {
        return relation + ": the scope " + scope
                + " cannot be instantiated. Make it a class that is not abstract, generic, private or inner,"
                + " with a visible constructor without parameters and without checked exceptions.";
    }

    static String twoPicks(String relation) {
        return relation + ": latestBy and oldestBy cannot be combined. Remove one of them.";
    }

    static String pickOfUnique(String relation, String step, String foreignKey) {
        return relation + ": " + step + " picks one of many rows, but @Column(unique = true) on " + foreignKey
                + " allows only one row. Remove one of them.";
    }

    static String manyOfUnique(String relation, String foreignKey) {
        return relation + ": @HasMany has any number of rows, but @Column(unique = true) on " + foreignKey
                + " allows only one row. Use @HasOne, or remove unique.";
    }

    static String notASort(String relation, String term) {
        return relation + ": '" + term + "' in orderBy is not a member with a direction. Write \"member\","
                + " \"member asc\" or \"member desc\".";
    }

    static String nothingToTouch(String relation, String owner) {
        return relation + ": @BelongsTo(touch = true) writes the @UpdatedAt member of " + owner
                + ", which has none. Mark a member of " + owner
                + " with @UpdatedAt, such as @UpdatedAt Instant updatedAt, or remove touch.";
    }

    static String touchWithoutId(String relation, String entity) {
        return relation + ": @BelongsTo(touch = true) uses the primary key of " + entity
                + " to find the previous owner of a row, but " + entity + " has no @Id. Mark a member of " + entity
                + " with @Id, or remove touch.";
    }

    static String notAPair(String relation, String pair) {
        return relation + ": '" + pair + "' in meta is not a pair. Write \"key=value\".";
    }

    static String twoPairs(String relation, String key) {
        return relation + ": meta has the key '" + key + "' twice. Remove one pair.";
    }
}
