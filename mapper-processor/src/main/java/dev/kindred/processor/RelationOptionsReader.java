package dev.kindred.processor;

import dev.kindred.model.RelationScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the options of a relation: its scope, its order, and its pairs for tools. */
final class RelationOptionsReader {

    private static final String LATEST = "latestBy";
    private static final String OLDEST = "oldestBy";
    private static final String ORDER = "orderBy";

    private final JavaModel java;
    private final Instances instances;
    private final Problems problems;

    RelationOptionsReader(JavaModel java, Problems problems) {
        this.java = java;
        this.instances = new Instances(java);
        this.problems = problems;
    }

    /** Returns the options of {@code relation}. A wrong option is omitted and reported. */
    Part.Options read(RelationKeyReader.Relation relation, Part.Key key) {
        Part.Options options = readOfPath(relation);
        if (relation.isToMany()) {
            checkSeveralRows(relation, key, name -> RelationMessages.manyOfUnique(where(relation), name));
        } else if (!options.order().terms().isEmpty()) {
            String step = options.order().step();
            checkSeveralRows(relation, key, name -> RelationMessages.pickOfUnique(where(relation), step, name));
        }
        DeleteRule.read(java, problems, relation, key);
        return options;
    }

    /** Returns the options of a relation over tables between. A wrong option is omitted and reported. */
    Part.Options readOfPath(RelationKeyReader.Relation relation) {
        Optional<AnnotationMirror> mirror = relation.member().annotation(relation.annotation());
        Optional<Code> scope = mirror.flatMap(annotation -> Annotations.value(annotation, "scope"))
                .flatMap(written -> scope(relation, written));
        List<String> pairs =
                mirror.map(annotation -> Annotations.texts(annotation, "meta")).orElse(List.of());
        Part.Order order = mirror.map(annotation -> order(relation, annotation)).orElse(Part.Order.NONE);
        return new Part.Options(
                scope, meta(relation, pairs), DeleteRule.written(relation), order, touches(relation, mirror));
    }

    private Part.Order order(RelationKeyReader.Relation relation, AnnotationMirror annotation) {
        if (!relation.isToMany()) {
            return pick(relation, annotation);
        }
        List<Part.Term> terms = new ArrayList<>();
        for (String written : Annotations.texts(annotation, ORDER)) {
            String[] words = written.strip().split("\\s+", -1);
            String direction = words.length == 1 ? "asc" : words[1].toLowerCase(Locale.ROOT);
            if (words.length > 2 || !List.of("asc", "desc").contains(direction)) {
                refuse(relation, RelationMessages.notASort(where(relation), written));
            } else {
                constants(relation, ORDER, List.of(words[0]))
                        .forEach(constant -> terms.add(new Part.Term(constant, direction)));
            }
        }
        return terms.isEmpty() ? Part.Order.NONE : new Part.Order(ORDER, terms);
    }

    private Part.Order pick(RelationKeyReader.Relation relation, AnnotationMirror annotation) {
        List<String> latest = Annotations.texts(annotation, LATEST);
        List<String> oldest = Annotations.texts(annotation, OLDEST);
        if (!latest.isEmpty() && !oldest.isEmpty()) {
            problems.add(relation.member(), relation.annotation(), RelationMessages.twoPicks(where(relation)));
            return Part.Order.NONE;
        }
        String step = latest.isEmpty() ? OLDEST : LATEST;
        List<Part.Term> terms = constants(relation, step, latest.isEmpty() ? oldest : latest).stream()
                .map(constant -> new Part.Term(constant, ""))
                .toList();
        return terms.isEmpty() ? Part.Order.NONE : new Part.Order(step, terms);
    }

    /** A relation to many rows, or to one of them, needs a key that several rows can have. */
    private void checkSeveralRows(RelationKeyReader.Relation relation, Part.Key key, UnaryOperator<String> message) {
        DeclaredEntity related = relation.related();
        related.columns().stream()
                .filter(column -> key.target().size() == 1
                        && related.constants()
                                .getOrDefault(column.name(), column.name())
                                .equals(key.target().get(0)))
                .filter(column -> column.annotation(Annotations.COLUMN)
                        .flatMap(annotation -> Annotations.value(annotation, "unique"))
                        .filter(Boolean.TRUE::equals)
                        .isPresent())
                .forEach(column -> refuse(relation, message.apply(related(relation) + "." + column.name())));
    }

    private List<String> constants(RelationKeyReader.Relation relation, String option, List<String> members) {
        DeclaredEntity related = relation.related();
        List<String> constants = new ArrayList<>();
        for (String member : members) {
            if (related.column(member).isPresent()) {
                constants.add(related.constants().getOrDefault(member, member));
            } else {
                String written = Annotations.written(relation.annotation());
                RelationMessages.Side side =
                        new RelationMessages.Side(where(relation), written, option, related.name());
                List<String> present =
                        related.columns().stream().map(Member::name).toList();
                problems.add(
                        relation.member(), relation.annotation(), RelationMessages.missing(side, member, present, ""));
            }
        }
        return constants;
    }

    private boolean touches(RelationKeyReader.Relation relation, Optional<AnnotationMirror> mirror) {
        boolean touches = mirror.flatMap(annotation -> Annotations.value(annotation, "touch"))
                .filter(Boolean.TRUE::equals)
                .isPresent();
        if (touches && relation.related().columns().stream().noneMatch(member -> member.has(Annotations.UPDATED_AT))) {
            refuse(relation, RelationMessages.nothingToTouch(where(relation), related(relation)));
        }
        if (touches && relation.declaring().ids().isEmpty()) {
            refuse(
                    relation,
                    RelationMessages.touchWithoutId(
                            where(relation), relation.declaring().name()));
        }
        return touches;
    }

    private Optional<Code> scope(RelationKeyReader.Relation relation, Object written) {
        if (!(written instanceof DeclaredType type) || type.getKind() != TypeKind.DECLARED) {
            return refuse(
                    relation, RelationMessages.notAScope(where(relation), String.valueOf(written), related(relation)));
        }
        if (JavaModel.qualifiedName(type).equals(Void.class.getName())) {
            return Optional.empty();
        }
        String name = JavaModel.written(type);
        Optional<DeclaredType> scope = instances.supertype(type, RelationScope.class);
        if (scope.isEmpty()) {
            return refuse(relation, RelationMessages.notAScope(where(relation), name, related(relation)));
        }
        TypeMirror rows = scope.get().getTypeArguments().get(0);
        if (!java.same(rows, relation.related().type().asType())) {
            return refuse(relation, RelationMessages.scopeOfOther(where(relation), name, rows, related(relation)));
        }
        if (!instances.isConstructible(
                (TypeElement) type.asElement(), relation.member().elements().get(0))) {
            return refuse(relation, RelationMessages.scopeConstructor(where(relation), name));
        }
        return Optional.of(Code.type(type));
    }

    private Map<String, String> meta(RelationKeyReader.Relation relation, List<String> pairs) {
        Map<String, String> meta = new LinkedHashMap<>();
        for (String pair : pairs) {
            int separator = pair.indexOf('=');
            if (separator < 1 || pair.substring(0, separator).isBlank()) {
                problems.add(
                        relation.member(), relation.annotation(), RelationMessages.notAPair(where(relation), pair));
            } else if (meta.putIfAbsent(pair.substring(0, separator), pair.substring(separator + 1)) != null) {
                String key = pair.substring(0, separator);
                problems.add(relation.member(), relation.annotation(), RelationMessages.twoPairs(where(relation), key));
            }
        }
        return meta;
    }

    private Optional<Code> refuse(RelationKeyReader.Relation relation, String message) {
        problems.add(relation.member(), relation.annotation(), message);
        return Optional.empty();
    }

    private static String where(RelationKeyReader.Relation relation) {
        return relation.declaring().name() + "." + relation.member().name();
    }

    private static String related(RelationKeyReader.Relation relation) {
        return relation.related().name();
    }
}
