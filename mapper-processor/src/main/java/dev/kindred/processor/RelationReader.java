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
        String where = shape.name() + "." + member.name();
        String written = Annotations.written(annotation);
        Optional<TypeElement> target = target(member).filter(type -> isHandle(annotation, member.type()));
        if (target.isEmpty()) {
            return refuse(member, notAHandle(where, annotation, member.type()));
        }
        TypeElement type = target.get();
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
        if (unusable.isPresent()) {
            return refuse(member, unusable.get());
        }
        Code entity = Code.type(typeArgument(member));
        RelationKeyReader.Relation relation = new RelationKeyReader.Relation(shape, member, annotation, related);
        RelationOptionsReader options = new RelationOptionsReader(java, problems);
        return RelationKeyReader.read(java, problems, relation)
                .map(key -> new Part.RelationPart(
                        member,
                        constant,
                        annotation,
                        new Part.Target(entity, related.generatedName()),
                        new Part.Path(key, options.read(relation, key))));
    }

    private static boolean isHandle(String annotation, TypeMirror type) {
        return annotation.equals(Annotations.HAS_MANY) ? isFlux(type) : isMono(type);
    }

    private static String notAHandle(String where, String annotation, TypeMirror type) {
        return annotation.equals(Annotations.HAS_MANY)
                ? RelationMessages.notFlux(where, type)
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

    private Optional<Part> refuse(Member member, String message) {
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
