package dev.kindred.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the relation of a member. */
final class RelationReader {

    private static final String MONO = "reactor.core.publisher.Mono";
    private static final String FLUX = "reactor.core.publisher.Flux";

    private final JavaModel java;
    private final DeclaredEntity shape;
    private final Problems problems;

    RelationReader(JavaModel java, DeclaredEntity shape, Problems problems) {
        this.java = java;
        this.shape = shape;
        this.problems = problems;
    }

    /** Returns whether a value of {@code type} is a publisher, which no column has. */
    static boolean isPublisher(TypeMirror type) {
        return isMono(type) || isFlux(type);
    }

    static boolean isMono(TypeMirror type) {
        return JavaModel.qualifiedName(type).equals(MONO);
    }

    static boolean isFlux(TypeMirror type) {
        return JavaModel.qualifiedName(type).equals(FLUX);
    }

    /** Returns the class that a publisher member publishes, which need not be an entity. */
    static Optional<TypeElement> target(Member member) {
        if (!isPublisher(member.type())) {
            return Optional.empty();
        }
        return JavaModel.arguments(member.type()).stream()
                .findFirst()
                .filter(DeclaredType.class::isInstance)
                .map(argument -> (TypeElement) ((DeclaredType) argument).asElement());
    }

    /** Returns the relation, or reports a problem. */
    Optional<Part> read(Member member, String constant, String annotation) {
        if (annotation.equals(Annotations.BELONGS_TO_ONE_OF)) {
            return new OneOfReader(java, shape, problems, member).read(constant);
        }
        String where = shape.name() + "." + member.name();
        Optional<TypeElement> target = target(member).filter(type -> isHandle(annotation, member.type()));
        if (target.isEmpty()) {
            return refuse(member, notAHandle(where, annotation, member.type()));
        }
        Code entity = Code.type(typeArgument(member));
        return related(member, annotation, target.get())
                .flatMap(related -> path(new RelationKeyReader.Relation(shape, member, annotation, related))
                        .map(path -> new Part.RelationPart(
                                member,
                                constant,
                                annotation,
                                new Part.Target(entity, related.generatedName(), related.name()),
                                path)));
    }

    /** Returns the entity to which a relation refers, or reports a problem. */
    Optional<DeclaredEntity> related(Member member, String annotation, TypeElement type) {
        String where = shape.name() + "." + member.name();
        String written = Annotations.written(annotation);
        String name = type.getSimpleName().toString();
        if (Annotations.find(type, Annotations.TABLE).isEmpty()) {
            return refuse(
                    member,
                    isOfJava(type)
                            ? notAHandle(where, annotation, member.type())
                            : RelationMessages.notEntity(where, written, name));
        }
        DeclaredEntity related = new ShapeReader(java).read(type);
        if (!related.problems().isEmpty()) {
            return refuse(
                    member,
                    java.isSource(type)
                            ? RelationMessages.brokenTarget(where, written, name)
                            : RelationMessages.brokenClassFile(
                                    where, written, related.problems().get(0).message()));
        }
        Optional<String> unusable = unusable(where, written, related);
        return unusable.isPresent() ? refuse(member, unusable.get()) : Optional.of(related);
    }

    private Optional<Part.Path> path(RelationKeyReader.Relation relation) {
        RelationOptionsReader options = new RelationOptionsReader(java, problems);
        if (relation.annotation().equals(Annotations.MANY_TO_MANY)) {
            return relation.member()
                    .annotation(Annotations.MANY_TO_MANY)
                    .map(mirror -> new PivotTableReader(problems, relation, mirror))
                    .filter(PivotTableReader::isConsistent)
                    .flatMap(pivot -> pivot.isOverTable() ? pairs(pivot, relation) : steps(relation));
        }
        if (relation.annotation().equals(Annotations.THROUGH)) {
            return steps(relation);
        }
        Optional<Part.Key> key = hasInverse(relation)
                ? OneOfReader.inverse(java, problems, relation)
                : RelationKeyReader.read(java, problems, relation);
        return key.map(found -> new Part.Path(found, options.read(relation, found), new Part.Nothing()));
    }

    private static boolean hasInverse(RelationKeyReader.Relation relation) {
        return relation.member()
                .annotation(relation.annotation())
                .filter(mirror -> !Annotations.text(mirror, "inverse").isEmpty())
                .isPresent();
    }

    private Optional<Part.Path> pairs(PivotTableReader pivot, RelationKeyReader.Relation relation) {
        String schema = Annotations.find(shape.type(), Annotations.TABLE)
                .map(mirror -> Annotations.text(mirror, "schema"))
                .orElse("");
        return pivot.key().flatMap(key -> pivot.read(schema).map(pairs -> new Part.Path(key, ofPath(relation), pairs)));
    }

    private Optional<Part.Path> steps(RelationKeyReader.Relation relation) {
        return new PathReader(java, problems, relation)
                .read()
                .map(steps -> new Part.Path(new Part.Key(List.of(), List.of()), ofPath(relation), steps));
    }

    private Part.Options ofPath(RelationKeyReader.Relation relation) {
        return new RelationOptionsReader(java, problems).readOfPath(relation);
    }

    private static boolean isHandle(String annotation, TypeMirror type) {
        return Annotations.OF_MANY_ROWS.contains(annotation) ? isFlux(type) : isMono(type);
    }

    private static String notAHandle(String where, String annotation, TypeMirror type) {
        return Annotations.OF_MANY_ROWS.contains(annotation)
                ? RelationMessages.notFlux(where, Annotations.written(annotation), type)
                : RelationMessages.notMono(where, Annotations.written(annotation), type);
    }

    /** Returns why generated code cannot name the related entity or its generated class. */
    private Optional<String> unusable(String where, String annotation, DeclaredEntity related) {
        if (java.isHidden(related.type().asType(), shape.type())) {
            return Optional.of(RelationMessages.hiddenTarget(where, annotation, related.name()));
        }
        String generated = related.generatedName().canonicalName();
        boolean exists = java.isSource(related.type()) || java.elements().getTypeElement(generated) != null;
        return exists
                ? Optional.empty()
                : Optional.of(RelationMessages.notGenerated(where, annotation, related.name(), generated));
    }

    private <T> Optional<T> refuse(Member member, String message) {
        problems.add(member, message);
        return Optional.empty();
    }

    private static boolean isOfJava(TypeElement type) {
        return type.getQualifiedName().toString().startsWith("java.");
    }

    private static TypeMirror typeArgument(Member member) {
        List<? extends TypeMirror> arguments = JavaModel.arguments(member.type());
        return arguments.get(0);
    }
}
