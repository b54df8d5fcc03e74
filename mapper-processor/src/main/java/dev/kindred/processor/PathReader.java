package dev.kindred.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Finds the relations of a path: those of {@code @Through}, and the two of a many-to-many relation over a pivot. */
final class PathReader {

    private final JavaModel java;
    private final Problems problems;
    private final RelationKeyReader.Relation relation;
    private final String where;

    PathReader(JavaModel java, Problems problems, RelationKeyReader.Relation relation) {
        this.java = java;
        this.problems = problems;
        this.relation = relation;
        this.where = relation.declaring().name() + "." + relation.member().name();
    }

    /** Returns the path, or reports a problem. */
    Optional<Part.Steps> read() {
        Optional<List<Step>> steps = relation.annotation().equals(Annotations.THROUGH)
                ? ofThrough()
                : ofPivot().map(List::copyOf);
        return steps.filter(this::isWithoutCycle).map(this::part);
    }

    /**
     * A step of a path.
     *
     * @param entity the entity that declares it
     * @param member its member
     */
    private record Step(DeclaredEntity entity, Member member) {

        private String annotation() {
            return member.those(Annotations.OF_RELATIONS).get(0);
        }
    }

    private Part.Steps part(List<Step> steps) {
        List<Code> constants = new ArrayList<>();
        for (Step step : steps) {
            constants.add(Code.of(
                    "$T.$L",
                    step.entity().generatedName(),
                    step.entity().constants().getOrDefault(step.member().name(), "")));
        }
        Optional<Code> pivot = relation.annotation().equals(Annotations.MANY_TO_MANY)
                ? Optional.of(Code.type(steps.get(1).entity().type().asType()))
                : Optional.empty();
        return new Part.Steps(constants, pivot);
    }

    private Optional<List<Step>> ofThrough() {
        List<String> names = texts(relation.member(), Annotations.THROUGH, "value");
        if (names.size() < 2) {
            return refuse(PathMessages.shortPath(where, names));
        }
        List<Step> steps = new ArrayList<>();
        DeclaredEntity entity = relation.declaring();
        for (String name : names) {
            Optional<Step> step = step(entity, name);
            Optional<DeclaredEntity> next = step.flatMap(found -> related(found.member()));
            if (step.isEmpty() || next.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
            entity = next.get();
        }
        return entity.type().equals(relation.related().type())
                ? Optional.of(steps)
                : refuse(PathMessages.otherEnd(
                        where, entity.name(), relation.related().name()));
    }

    private Optional<Step> step(DeclaredEntity entity, String name) {
        Optional<Member> member = member(entity, name);
        if (member.isEmpty() || !member.get().isRelation()) {
            return refuse(PathMessages.notARelation(
                    where, new PathMessages.Named(entity.name(), name, member.isPresent()), relationsOf(entity)));
        }
        if (member.get().has(Annotations.BELONGS_TO_ONE_OF)) {
            return refuse(PathMessages.severalTypes(where, entity.name() + "." + name));
        }
        return Optional.of(new Step(entity, member.get()));
    }

    private Optional<List<Step>> ofPivot() {
        String through = text("through");
        DeclaredEntity declaring = relation.declaring();
        Optional<Member> member = member(declaring, through);
        if (member.isEmpty() || !member.get().has(Annotations.HAS_MANY)) {
            return refuse(PathMessages.notAPivot(
                    where,
                    new PathMessages.Named(declaring.name(), through, member.isPresent()),
                    namesOf(declaring, Annotations.HAS_MANY)));
        }
        return related(member.get())
                .flatMap(pivot -> target(new Step(declaring, member.get()), pivot))
                .map(target -> List.of(new Step(declaring, member.get()), target));
    }

    private Optional<Step> target(Step pivots, DeclaredEntity pivot) {
        String target = text("target");
        if (!target.isEmpty()) {
            Optional<Member> member = member(pivot, target);
            return member.isPresent() && isTarget(member.get())
                    ? Optional.of(new Step(pivot, member.get()))
                    : refuse(PathMessages.notATarget(
                            where,
                            new PathMessages.Named(pivot.name(), target, member.isPresent()),
                            relation.related().name(),
                            targetsOf(pivot)));
        }
        List<Member> targets = pivot.members().stream()
                .filter(member -> isTarget(member) && !isInverse(pivots, pivot, member))
                .toList();
        if (targets.size() == 1) {
            return Optional.of(new Step(pivot, targets.get(0)));
        }
        return refuse(
                targets.isEmpty()
                        ? PathMessages.noTarget(
                                where, pivot.name(), relation.related().name())
                        : PathMessages.severalTargets(
                                where, pivot.name(), relation.related().name(), targetsOf(pivot)));
    }

    private boolean isTarget(Member member) {
        return member.has(Annotations.BELONGS_TO)
                && RelationReader.target(member)
                        .filter(type -> type.equals(relation.related().type()))
                        .isPresent();
    }

    /** Tells whether a member of the pivot has the foreign key by which the entity finds its pivots. */
    private boolean isInverse(Step pivots, DeclaredEntity pivot, Member member) {
        Optional<Part.Key> one =
                key(new RelationKeyReader.Relation(pivots.entity(), pivots.member(), Annotations.HAS_MANY, pivot));
        Optional<Part.Key> other =
                key(new RelationKeyReader.Relation(pivot, member, Annotations.BELONGS_TO, relation.related()));
        return one.isPresent()
                && other.isPresent()
                && one.get().target().equals(other.get().source());
    }

    private Optional<Part.Key> key(RelationKeyReader.Relation of) {
        return RelationKeyReader.read(java, new Problems(), of);
    }

    /** Returns the entity of a step. Its own member reports a step without one. */
    private Optional<DeclaredEntity> related(Member member) {
        Optional<DeclaredEntity> entity = entityOf(member);
        if (entity.isPresent()
                && java.isHidden(
                        entity.get().type().asType(), relation.declaring().type())) {
            return refuse(RelationMessages.hiddenTarget(
                    where,
                    Annotations.written(relation.annotation()),
                    entity.get().name()));
        }
        return entity;
    }

    private Optional<DeclaredEntity> entityOf(Member member) {
        return RelationReader.target(member)
                .filter(type -> Annotations.find(type, Annotations.TABLE).isPresent())
                .map((TypeElement type) -> new ShapeReader(java).read(type))
                .filter(entity -> entity.problems().isEmpty());
    }

    private boolean isWithoutCycle(List<Step> steps) {
        Set<String> open = new HashSet<>(Set.of(where));
        boolean isFinite = steps.stream().allMatch(step -> isFinite(step, open));
        if (!isFinite) {
            refuse(PathMessages.cycle(where, Annotations.written(relation.annotation())));
        }
        return isFinite;
    }

    private boolean isFinite(Step step, Set<String> open) {
        String name =
                step.entity().type().getQualifiedName() + "." + step.member().name();
        String own = relation.declaring().type().getQualifiedName() + "."
                + relation.member().name();
        if (name.equals(own) || !open.add(name)) {
            return false;
        }
        boolean isFinite = true;
        DeclaredEntity entity = step.entity();
        for (String next : texts(step.member(), step.annotation(), "value")) {
            Optional<Member> member = member(entity, next).filter(Member::isRelation);
            Optional<DeclaredEntity> related = member.flatMap(this::entityOf);
            if (!step.annotation().equals(Annotations.THROUGH) || member.isEmpty() || related.isEmpty()) {
                break;
            }
            isFinite &= isFinite(new Step(entity, member.get()), open);
            entity = related.get();
        }
        open.remove(name);
        return isFinite;
    }

    private String text(String attribute) {
        return relation.member()
                .annotation(relation.annotation())
                .map(mirror -> Annotations.text(mirror, attribute))
                .orElse("");
    }

    private static List<String> texts(Member member, String annotation, String attribute) {
        Optional<AnnotationMirror> mirror = member.annotation(annotation);
        return mirror.map(found -> Annotations.texts(found, attribute)).orElse(List.of());
    }

    private static Optional<Member> member(DeclaredEntity entity, String name) {
        return entity.members().stream()
                .filter(member -> member.name().equals(name) && !member.isTransient())
                .findFirst();
    }

    private static List<String> relationsOf(DeclaredEntity entity) {
        return entity.members().stream()
                .filter(Member::isRelation)
                .map(Member::name)
                .toList();
    }

    private static List<String> namesOf(DeclaredEntity entity, String annotation) {
        return entity.members().stream()
                .filter(member -> member.has(annotation))
                .map(Member::name)
                .toList();
    }

    private List<String> targetsOf(DeclaredEntity pivot) {
        return pivot.members().stream().filter(this::isTarget).map(Member::name).toList();
    }

    private <T> Optional<T> refuse(String message) {
        problems.add(relation.member(), relation.annotation(), message);
        return Optional.empty();
    }
}
