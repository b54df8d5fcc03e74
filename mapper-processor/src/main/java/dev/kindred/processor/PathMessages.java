package dev.kindred.processor;

import java.util.List;

/** Messages about many-to-many relations and about paths of relations. */
final class PathMessages {

    private PathMessages() {}

    /**
     * A member that an annotation names.
     *
     * @param entity the entity that should have it
     * @param member its name
     * @param exists whether the entity has a member with the name, of another kind
     */
    record Named(String entity, String member, boolean exists) {

        private String problem(String kind) {
            return "'" + member + "', but " + entity
                    + (exists ? "." + member + " is not " : " has no such member that is ") + kind + ".";
        }

        private String suggestion(List<String> candidates) {
            return Suggestion.nearest(member, candidates)
                    .filter(near -> !near.equals(member))
                    .map(near -> " Did you mean '" + near + "'?")
                    .orElse("");
        }
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    static String shortPath(String relation, List<String> names) {
        return relation + ": @Through needs a path of at least two relations, but has " + names
                + ". Name the relations in their order, as in @Through({\"orders\", \"invoice\"}), or declare a direct"
                + " relation.";
    }

    static String notARelation(String relation, Named named, List<String> relations) {
        return relation + ": @Through uses " + named.problem("a relation") + " The relations of " + named.entity()
                + " are: " + listed(relations) + "." + named.suggestion(relations);
    }

    static String severalTypes(String relation, String step) {
        return relation + ": the path of @Through contains " + step
                + ", which refers to one of several types. Start the"
                + " path at one of the types, or query the rows of each type.";
    }

    static String otherEnd(String relation, String end, String related) {
        return relation + ": the path of @Through ends at " + end + ", but the member is a Flux<" + related
                + ">. Change the type to Flux<" + end + ">, or extend the path to " + related + ".";
    }

    static String cycle(String relation, String annotation) {
        return relation + ": the path of " + annotation
                + " contains the relation itself. Name relations whose paths do not contain it.";
    }

    static String noForm(String relation) {
        return relation + ": @ManyToMany names no pivot. Name the @HasMany member of the pivots with"
                + " @ManyToMany(through = \"..\"), or a pivot table without an entity with @ManyToMany(table ="
                + " \"..\").";
    }

    static String bothForms(String relation) {
        return relation + ": @ManyToMany has both through and table. Keep through if the pivot has an entity, otherwise"
                + " table.";
    }

    static String optionOfOther(String relation, List<String> options, String form) {
        return relation + ": @ManyToMany(" + form + ") does not use " + String.join(", ", options) + ". "
                + (form.equals("table")
                        ? "Remove it, or name an entity of the pivot with through."
                        : "The members of the pivot declare the foreign keys: remove it here, and set it there.");
    }

    static String notAPivot(String relation, Named named, List<String> candidates) {
        return relation + ": through names " + named.problem("marked @HasMany") + " The @HasMany members of "
                + named.entity() + " are: " + listed(candidates) + "." + named.suggestion(candidates)
                + " Add a @HasMany Flux of the pivot's entity, or use @ManyToMany(table = \"..\") for a pivot table"
                + " without an entity.";
    }

    static String notATarget(String relation, Named named, String related, List<String> candidates) {
        return relation + ": target names " + named.problem("a @BelongsTo Mono<" + related + ">") + " Those of "
                + named.entity() + " are: " + listed(candidates) + "." + named.suggestion(candidates);
    }

    static String noTarget(String relation, String pivot, String related) {
        return relation + ": the pivot " + pivot + " has no @BelongsTo member of " + related + " besides the one that"
                + " references the declaring entity. Add @BelongsTo Mono<" + related + "> to " + pivot + ".";
    }

    static String severalTargets(String relation, String pivot, String related, List<String> candidates) {
        return relation + ": the pivot " + pivot + " has several @BelongsTo members of " + related + ": "
                + listed(candidates) + ". Name one with @ManyToMany(target = \"..\").";
    }

    static String noId(String relation, String entity) {
        return relation + ": @ManyToMany(table) uses the primary key of " + entity
                + ", which has no @Id. Mark a member of " + entity
                + " with @Id, or give the pivot table an entity and use through.";
    }

    static String notAName(String relation, String name) {
        return relation + ": '" + name + "' in @ManyToMany is not a name of a table, schema or column. Write a name of"
                + " 1 to 63 bytes without control characters.";
    }

    static String columnCount(String relation, String option, List<String> columns, String key) {
        return relation + ": " + option + " of @ManyToMany has the columns " + columns
                + ", but the primary key is that of " + key + ". Name one column for each of its members, in their"
                + " order.";
    }

    static String sameColumn(String relation, String column) {
        return relation + ": both sides of the pivot table have the column '" + column
                + "'. Name different columns with sourceColumns and targetColumns, such as sourceColumns ="
                + " \"follower_id\" and targetColumns = \"followee_id\".";
    }

    static String deleteRule(String relation, String action) {
        return relation + ": @ManyToMany(onDelete = " + action
                + ") does not fit a pivot table, whose columns are its primary key. Use CASCADE, RESTRICT or"
                + " NO_ACTION.";
    }
}
