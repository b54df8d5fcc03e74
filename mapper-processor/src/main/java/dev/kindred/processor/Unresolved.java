package dev.kindred.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds types of an entity that do not exist in this round. */
final class Unresolved {

    private Unresolved() {}

    /** Returns the first unknown type of the entity or of its related entities. */
    static Optional<Problem> in(JavaModel java, DeclaredEntity shape) {
        Optional<Problem> superclass = superclass(shape);
        if (superclass.isPresent()) {
            return superclass;
        }
        Optional<Problem> own = inMembers(shape);
        if (own.isPresent()) {
            return own;
        }
        return shape.members().stream()
                .filter(Member::isRelation)
                .flatMap(member -> inRelated(java, shape, member).stream())
                .findFirst();
    }

    private static Optional<Problem> inRelated(JavaModel java, DeclaredEntity shape, Member relation) {
        Optional<TypeElement> target = RelationReader.target(relation);
        if (target.isEmpty()
                || Annotations.find(target.get(), Annotations.TABLE).isEmpty()) {
            return Optional.empty();
        }
        DeclaredEntity related = new ShapeReader(java).read(target.get());
        return superclass(related)
                .or(() -> inMembers(related))
                .map(problem -> new Problem(
                        EntityMessages.unresolved(
                                shape.name(), "that of " + target.get().getSimpleName() + "." + problem.element()),
                        relation.elements().get(0),
                        null));
    }

    /** Returns the first unknown type that the entity or a superclass extends. */
    private static Optional<Problem> superclass(DeclaredEntity shape) {
        return JavaModel.withSuperclasses(shape.type()).stream()
                .map(TypeElement::getSuperclass)
                .filter(type -> type.getKind() == TypeKind.ERROR)
                .findFirst()
                .map(type -> new Problem(EntityMessages.unresolved(shape.name(), type.toString()), shape.type(), null));
    }

    private static Optional<Problem> inMembers(DeclaredEntity shape) {
        return shape.members().stream()
                .filter(Unresolved::isUnresolved)
                .findFirst()
                .map(member -> {
                    String message = EntityMessages.unresolved(shape.name(), unknownPart(member));
                    return new Problem(message, member.elements().get(0), null);
                });
    }

    private static boolean isUnresolved(Member member) {
        return JavaModel.isUnresolved(member.type())
                || member.codec().filter(MemberCodec::isUnresolved).isPresent()
                || scopeIsUnresolved(member);
    }

    private static boolean scopeIsUnresolved(Member member) {
        return Annotations.OF_RELATIONS.stream().anyMatch(relation -> isUnresolved(member, relation, "scope"));
    }

    /** The compiler gives the value of an unknown class as a text. */
    private static boolean isUnresolved(Member member, String annotation, String attribute) {
        return member.annotation(annotation)
                .flatMap(mirror -> Annotations.value(mirror, attribute))
                .filter(value -> !(value instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR)
                .isPresent();
    }

    private static String unknownPart(Member member) {
        if (JavaModel.isUnresolved(member.type())) {
            return JavaModel.written(member.type());
        }
        if (scopeIsUnresolved(member)) {
            return "the scope of " + member.name();
        }
        Optional<Element> origin = member.codec().flatMap(MemberCodec::origin);
        return "the codec of " + origin.map(DefaultCodecs::written).orElse(member.name());
    }
}
