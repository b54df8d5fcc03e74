package dev.kindred.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads a relation to one of several types. */
final class OneOfReader {

    private final JavaModel java;
    private final DeclaredEntity shape;
    private final Problems problems;
    private final Member member;
    private final String where;

    OneOfReader(JavaModel java, DeclaredEntity shape, Problems problems, Member member) {
        this.java = java;
        this.shape = shape;
        this.problems = problems;
        this.member = member;
        this.where = shape.name() + "." + member.name();
    }

    /** Returns the classes that the sealed type of {@code member} permits; empty if the type is not sealed. */
    static List<TypeElement> types(Member member) {
        List<TypeElement> types = new ArrayList<>();
        RelationReader.target(member).filter(OneOfReader::isSealed).ifPresent(type -> {
            for (TypeMirror permitted : type.getPermittedSubclasses()) {
                if (permitted instanceof DeclaredType declared) {
                    types.add((TypeElement) declared.asElement());
                }
            }
        });
        return types;
    }

    private static boolean isSealed(TypeElement type) {
        return type.getModifiers().contains(Modifier.SEALED);
    }

    /** Returns the relation, or reports a problem. */
    Optional<Part> read(String constant) {
        Optional<TypeElement> base = sealedType();
        if (base.isEmpty()) {
            return Optional.empty();
        }
        List<DeclaredEntity> entities = entities(base.get());
        Optional<Map<String, Part.Key>> keys = entities.isEmpty() ? Optional.empty() : keys(entities);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Part.Options options = options();
        List<Part.RelationPart> types = new ArrayList<>();
        for (DeclaredEntity entity : entities) {
            Part.Key key = Objects.requireNonNull(keys.get().get(entity.name()));
            String own = shape.constants().getOrDefault(DeclaredEntity.ofType(member, entity.type()), "");
            Part.Target target =
                    new Part.Target(Code.type(entity.type().asType()), entity.generatedName(), entity.name());
            types.add(new Part.RelationPart(
                    member,
                    own,
                    Annotations.BELONGS_TO_ONE_OF,
                    target,
                    new Part.Path(key, options, new Part.Nothing())));
        }
        return Optional.of(new Part.OneOfPart(
                member, constant, Code.type(JavaModel.arguments(member.type()).get(0)), types));
    }

    private Optional<TypeElement> sealedType() {
        Optional<TypeElement> target =
                RelationReader.target(member).filter(type -> RelationReader.isMono(member.type()));
        if (target.isEmpty()) {
            return refuse(OneOfMessages.notMono(where, JavaModel.written(member.type())));
        }
        return isSealed(target.get())
                ? target
                : refuse(OneOfMessages.notSealed(
                        where, target.get().getSimpleName().toString()));
    }

    private List<DeclaredEntity> entities(TypeElement base) {
        String name = base.getSimpleName().toString();
        List<DeclaredEntity> entities = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<TypeElement> types = types(member);
        for (TypeElement type : types) {
            String simple = type.getSimpleName().toString();
            if (Annotations.find(type, Annotations.TABLE).isEmpty()) {
                refuse(OneOfMessages.notEntity(where, name, simple));
            } else if (!names.add(simple)) {
                refuse(OneOfMessages.sameName(where, name, simple));
            } else {
                new RelationReader(java, shape, problems)
                        .related(member, Annotations.BELONGS_TO_ONE_OF, type)
                        .ifPresent(entities::add);
            }
        }
        return entities.size() == types.size() ? entities : List.of();
    }

    private Optional<Map<String, Part.Key>> keys(List<DeclaredEntity> entities) {
        return new OneOfKeys(new KeyTypes(java), shape, problems, member).read(entities);
    }

    private Part.Options options() {
        Optional<AnnotationMirror> mirror = member.annotation(Annotations.BELONGS_TO_ONE_OF);
        Part.Options options = new RelationOptionsReader(java, problems)
                .readOfPath(new RelationKeyReader.Relation(shape, member, Annotations.BELONGS_TO_ONE_OF, shape));
        boolean isTyped = mirror.filter(
                        annotation -> !Annotations.text(annotation, "type").isEmpty())
                .isPresent();
        checkAction(isTyped, options.onDelete(), Annotations.BELONGS_TO_ONE_OF);
        return options;
    }

    private void checkAction(boolean isTyped, String action, String annotation) {
        String written = Annotations.written(annotation);
        if (isTyped && !action.isEmpty()) {
            problems.add(member, annotation, OneOfMessages.noAction(where, written));
        } else if (List.of("SET_NULL", "SET_DEFAULT").contains(action)) {
            problems.add(member, annotation, OneOfMessages.notNull(where, written, action));
        }
    }

    private <T> Optional<T> refuse(String message) {
        problems.add(member, Annotations.BELONGS_TO_ONE_OF, message);
        return Optional.empty();
    }

    /** Returns the key of the relation to {@code children} whose inverse is a relation to one of several types. */
    static Optional<Part.Key> inverse(JavaModel java, Problems problems, RelationKeyReader.Relation children) {
        Member member = children.member();
        String where = children.declaring().name() + "." + member.name();
        String written = Annotations.written(children.annotation());
        Optional<AnnotationMirror> mirror = member.annotation(children.annotation());
        String name = mirror.map(annotation -> Annotations.text(annotation, "inverse"))
                .orElse("");
        DeclaredEntity related = children.related();
        Optional<Member> inverse = related.members().stream()
                .filter(each -> each.name().equals(name) && each.has(Annotations.BELONGS_TO_ONE_OF))
                .findFirst();
        String problem = "";
        if (mirror.filter(annotation ->
                        !Annotations.texts(annotation, "foreignKey").isEmpty()
                                || !Annotations.texts(annotation, "localKey").isEmpty())
                .isPresent()) {
            problem = OneOfMessages.inverseAndKeys(where, written);
        } else if (inverse.isEmpty()) {
            problem = OneOfMessages.notInverse(where, written, name, related.name());
        } else if (!types(inverse.get()).contains(children.declaring().type())) {
            problem = OneOfMessages.otherTypes(
                    where, related.name() + "." + name, children.declaring().name());
        }
        if (!problem.isEmpty() || inverse.isEmpty()) {
            problems.add(member, children.annotation(), problem);
            return Optional.empty();
        }
        return inverse(java, problems, children, inverse.get());
    }

    private static Optional<Part.Key> inverse(
            JavaModel java, Problems problems, RelationKeyReader.Relation children, Member inverse) {
        DeclaredEntity declaring = children.declaring();
        OneOfReader reader = new OneOfReader(java, children.related(), new Problems(), inverse);
        Optional<Part.Key> key = reader.sealedType()
                .map(reader::entities)
                .filter(entities -> !entities.isEmpty())
                .flatMap(reader::keys)
                .map(keys -> keys.get(declaring.name()))
                .map(own -> new Part.Key(own.target(), own.source(), own.type()));
        String where = declaring.name() + "." + children.member().name();
        if (key.isEmpty()) {
            problems.add(
                    children.member(),
                    children.annotation(),
                    OneOfMessages.brokenInverse(where, children.related().name() + "." + inverse.name()));
        }
        key.ifPresent(found -> new OneOfReader(java, declaring, problems, children.member())
                .checkAction(!found.type().isEmpty(), DeleteRule.written(children), children.annotation()));
        return key;
    }
}
