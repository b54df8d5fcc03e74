package dev.kindred.processor;

import dev.kindred.annotation.OnDelete;
import dev.kindred.model.BelongsToOneOfRelation;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.PivotRelation;
import dev.kindred.model.Relation;
import dev.kindred.model.SortOrder;
import dev.kindred.model.ThroughRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the constants of relations. They name the related model in a method only, so that two models can name each
 * other.
 */
final class RelationWriter {

    private static final Map<String, Kind> KINDS = Map.of(
            Annotations.HAS_ONE,
            new Kind(HasOneRelation.class, "hasOne"),
            Annotations.HAS_MANY,
            new Kind(HasManyRelation.class, "hasMany"),
            Annotations.BELONGS_TO,
            new Kind(BelongsToRelation.class, "belongsTo"),
            Annotations.BELONGS_TO_ONE_OF,
            new Kind(BelongsToRelation.class, "typed"),
            Annotations.MANY_TO_MANY,
            new Kind(ManyToManyRelation.class, "manyToMany"),
            Annotations.THROUGH,
            new Kind(ThroughRelation.class, "through"));

    private static final Kind OVER_PIVOT = new Kind(PivotRelation.class, "manyToManyOver");

    private static final Code COLUMNS = Code.of("$T<?, ?>[]", EntityColumn.class);

    private final EntityDescription entity;

    /**
     * A kind of relation.
     *
     * @param type the type of the constant
     * @param method the method of the generated class that adds the relation
     */
    private record Kind(Class<?> type, String method) {}

    RelationWriter(EntityDescription entity) {
        this.entity = entity;
    }

    /** Adds the constants. */
    void addFields(SourceText text) {
        for (Part part : entity.handles()) {
            if (part instanceof Part.OneOfPart oneOf) {
                oneOf.types().forEach(type -> text.add(field(type)));
                text.add(field(oneOf));
            } else if (part instanceof Part.RelationPart relation) {
                text.add(field(relation));
            }
        }
    }

    private Code field(Part.OneOfPart oneOf) {
        return Code.of(
                "    public static final $T<$T, $T> $L = $L.<$T>oneOf($S, $L);\n\n",
                BelongsToOneOfRelation.class,
                entity.type(),
                oneOf.type(),
                oneOf.constant(),
                ModelClassWriter.INSTANCE,
                oneOf.type(),
                oneOf.member().name(),
                oneOf.types().stream().map(Part.RelationPart::constant).collect(Collectors.joining(", ")));
    }

    private Code field(Part.RelationPart relation) {
        Optional<Code> pivot = relation.between() instanceof Part.Steps steps ? steps.pivot() : Optional.empty();
        Kind kind = pivot.isPresent() ? OVER_PIVOT : Objects.requireNonNull(KINDS.get(relation.annotation()));
        Code related = relation.target().entity();
        Code types = pivot.map(entity -> Code.of("$T, $T", related, entity)).orElse(related);
        return Code.of(
                "    public static final $T<$T, $L> $L = $L.<$L>$L($L$L);\n\n",
                kind.type(),
                entity.type(),
                types,
                relation.constant(),
                ModelClassWriter.INSTANCE,
                types,
                kind.method(),
                definition(relation),
                options(relation));
    }

    private Code definition(Part.RelationPart relation) {
        Code related = relation.target().entity();
        String name = relation.member().name();
        if (relation.between() instanceof Part.Steps steps) {
            return Code.of(
                    "$L.<$T>path($S, () -> $T.<$T<?, ?>>of($L))",
                    ModelClassWriter.INSTANCE,
                    related,
                    name,
                    List.class,
                    Relation.class,
                    steps.constants().stream().collect(Code.joining(", ")));
        }
        if (relation.annotation().equals(Annotations.BELONGS_TO_ONE_OF)) {
            return Code.of(
                    "$L.<$T>ofType($S, $S, $L)",
                    ModelClassWriter.INSTANCE,
                    related,
                    name,
                    relation.target().name(),
                    array(source(relation)));
        }
        Code direct =
                Code.of("$L.<$T>relation($S, $L)", ModelClassWriter.INSTANCE, related, name, array(source(relation)));
        return relation.between() instanceof Part.Pairs pairs ? over(direct, pairs) : direct;
    }

    /** The referencing side has a column with the name of the type, and the other side has that name in each row. */
    private Code source(Part.RelationPart relation) {
        Part.Key key = relation.key();
        String columns = String.join(", ", key.source());
        if (key.type().isEmpty()) {
            return Code.of("$L", columns);
        }
        return key.source().size() < key.target().size()
                ? Code.of("constant($T.class, $S), $L", entity.type(), key.type(), columns)
                : Code.of(
                        "only($L, $S), $L",
                        key.source().get(0),
                        key.type(),
                        String.join(", ", key.source().subList(1, key.source().size())));
    }

    private static Code target(Part.RelationPart relation) {
        Part.Key key = relation.key();
        Code columns = constants(relation.target(), key.target());
        return key.type().isEmpty() || key.source().size() < key.target().size()
                ? columns
                : Code.of("constant($T.class, $S), $L", relation.target().entity(), key.type(), columns);
    }

    private static Code over(Code direct, Part.Pairs pairs) {
        return Code.of(
                "$L\n            .over($L, $S, $L, $L)",
                direct,
                pairs.schema().isEmpty() ? Code.of("null") : Code.of("$S", pairs.schema()),
                pairs.table(),
                names(pairs.source()),
                names(pairs.target()));
    }

    private static Code names(List<String> columns) {
        return Code.of(
                "new $T[] {$L}",
                String.class,
                columns.stream().map(column -> Code.of("$S", column)).collect(Code.joining(", ")));
    }

    /** Adds the method that names the columns of the related entities, if a relation has such columns. */
    void addTarget(SourceText text) {
        List<Part.RelationPart> relations = entity.relations();
        if (relations.stream().allMatch(relation -> relation.between() instanceof Part.Steps)) {
            return;
        }
        text.add("\n    protected $L target(int member) {\n        switch (member) {\n", COLUMNS);
        int number = entity.columns().size();
        for (Part.RelationPart relation : relations) {
            if (!(relation.between() instanceof Part.Steps)) {
                text.add("            case $L: return $L;\n", number, array(target(relation)));
            }
            number++;
        }
        text.add("            default: throw outOfRange(member);\n        }\n    }\n");
    }

    private static Code constants(Part.Target target, List<String> constants) {
        return constants.stream()
                .map(constant -> Code.of("$T.$L", target.generated(), constant))
                .collect(Code.joining(", "));
    }

    private static Code array(Code columns) {
        return Code.of("new $L {$L}", COLUMNS, columns);
    }

    private static Code order(Part.Target target, Part.Order order) {
        if (order.terms().stream().anyMatch(term -> term.direction().isEmpty())) {
            List<String> columns =
                    order.terms().stream().map(Part.Term::constant).toList();
            return Code.of(
                    ".$L(() -> $T.<$T<$T, ?>>of($L))",
                    order.step(),
                    List.class,
                    EntityColumn.class,
                    target.entity(),
                    constants(target, columns));
        }
        Code terms = order.terms().stream()
                .map(term -> Code.of("$T.$L.$L()", target.generated(), term.constant(), term.direction()))
                .collect(Code.joining(", "));
        return Code.of(
                ".$L(() -> $T.<$T<$T>>of($L))", order.step(), List.class, SortOrder.class, target.entity(), terms);
    }

    private static Code options(Part.RelationPart relation) {
        List<Code> options = new ArrayList<>();
        relation.options().scope().ifPresent(scope -> options.add(Code.of(".scoped($T::new)", scope)));
        Part.Order order = relation.options().order();
        if (!order.step().isEmpty()) {
            options.add(order(relation.target(), order));
        }
        relation.options().meta().forEach((key, value) -> options.add(Code.of(".meta($S, $S)", key, value)));
        if (!relation.options().onDelete().isEmpty()) {
            options.add(Code.of(
                    ".onDelete($T.$L)", OnDelete.class, relation.options().onDelete()));
        }
        if (relation.options().touch()) {
            options.add(Code.of(".touching()"));
        }
        return options.stream()
                .map(option -> Code.of("\n            $L", option))
                .collect(Code.joining(""));
    }
}
