package dev.kindred.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;

/** Reads a many-to-many relation: which of its two forms it has, and the pivot table that no entity has. */
final class PivotTableReader {

    private static final List<String> OF_TABLE = List.of("schema", "sourceColumns", "targetColumns", "onDelete");

    private final Problems problems;
    private final RelationKeyReader.Relation relation;
    private final AnnotationMirror annotation;
    private final String where;

    PivotTableReader(Problems problems, RelationKeyReader.Relation relation, AnnotationMirror annotation) {
        this.problems = problems;
        this.relation = relation;
        this.annotation = annotation;
        this.where = relation.declaring().name() + "." + relation.member().name();
    }

    /** Returns whether the relation names exactly one form and no option of the other, or reports a problem. */
    boolean isConsistent() {
        boolean isThrough = !Annotations.text(annotation, "through").isEmpty();
        boolean isTable = isOverTable();
        if (isThrough == isTable) {
            refuse(isTable ? PathMessages.bothForms(where) : PathMessages.noForm(where));
            return false;
        }
        List<String> others = (isTable ? List.of("target") : OF_TABLE)
                .stream()
                        .filter(option -> Annotations.value(annotation, option).isPresent())
                        .toList();
        if (!others.isEmpty()) {
            refuse(PathMessages.optionOfOther(where, others, isTable ? "table" : "through"));
        }
        return others.isEmpty();
    }

    boolean isOverTable() {
        return !Annotations.text(annotation, "table").isEmpty();
    }

    /** Returns the keys of both entities, or reports that one has none. */
    Optional<Part.Key> key() {
        List<String> source = ids(relation.declaring());
        List<String> target = ids(relation.related());
        return source.isEmpty() || target.isEmpty() ? Optional.empty() : Optional.of(new Part.Key(source, target));
    }

    private List<String> ids(DeclaredEntity entity) {
        if (entity.ids().isEmpty()) {
            refuse(PathMessages.noId(where, entity.name()));
        }
        return entity.ids().stream()
                .map(key -> entity.constants().getOrDefault(key.name(), key.name()))
                .toList();
    }

    /**
     * Returns the table, or reports a problem.
     *
     * @param ownSchema the schema of the declaring entity, or an empty text
     */
    Optional<Part.Pairs> read(String ownSchema) {
        String table = Annotations.text(annotation, "table");
        String given = Annotations.text(annotation, "schema");
        String schema = given.isEmpty() ? ownSchema : given;
        List<String> source = columns("sourceColumns", relation.declaring());
        List<String> target = columns("targetColumns", relation.related());
        List<String> names = new ArrayList<>(List.of(table));
        names.addAll(source);
        names.addAll(target);
        if (!schema.isEmpty()) {
            names.add(schema);
        }
        List<String> wrong =
                names.stream().filter(name -> !Naming.isIdentifier(name)).toList();
        if (!wrong.isEmpty()) {
            return refuse(PathMessages.notAName(where, wrong.get(0)));
        }
        boolean fits = count(source, "sourceColumns", relation.declaring())
                && count(target, "targetColumns", relation.related())
                && areDistinct(source, target)
                && takesNoNull();
        return fits ? Optional.of(new Part.Pairs(schema, table, source, target)) : Optional.empty();
    }

    private List<String> columns(String option, DeclaredEntity entity) {
        List<String> given = Annotations.texts(annotation, option);
        if (!given.isEmpty()) {
            return given;
        }
        String prefix = Naming.camelCase(entity.name());
        return entity.ids().stream()
                .map(key -> Naming.snakeCase(
                        key.name().startsWith(prefix) ? key.name() : prefix + Naming.capitalized(key.name())))
                .toList();
    }

    private boolean count(List<String> columns, String option, DeclaredEntity entity) {
        List<String> ids = entity.ids().stream().map(Member::name).toList();
        if (columns.size() != ids.size()) {
            refuse(PathMessages.columnCount(where, option, columns, entity.name() + " " + ids));
        }
        return columns.size() == ids.size();
    }

    private boolean areDistinct(List<String> source, List<String> target) {
        List<String> all = new ArrayList<>(source);
        all.addAll(target);
        Set<String> seen = new HashSet<>();
        List<String> twice = all.stream().filter(name -> !seen.add(name)).toList();
        if (!twice.isEmpty()) {
            refuse(PathMessages.sameColumn(where, twice.get(0)));
        }
        return twice.isEmpty();
    }

    private boolean takesNoNull() {
        String action = DeleteRule.written(relation);
        boolean isRefused = action.equals("SET_NULL") || action.equals("SET_DEFAULT");
        if (isRefused) {
            refuse(PathMessages.deleteRule(where, action));
        }
        return !isRefused;
    }

    private <T> Optional<T> refuse(String message) {
        problems.add(relation.member(), relation.annotation(), message);
        return Optional.empty();
    }
}
