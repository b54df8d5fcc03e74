package dev.kindred.processor;

import dev.kindred.processor.RelationMessages.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the key columns of a relation. An annotation can name both keys. The defaults are:
 *
 * <ul>
 *   <li>The referenced key is the primary key.
 *   <li>A foreign key member has a prefix (the class for {@code @HasOne} and {@code @HasMany}, the relation for
 *       {@code @BelongsTo}) and the name of the referenced member, such as {@code userId}.
 *   <li>Without such a member, it has the name of the referenced member itself, such as {@code artistId}. This member
 *       is never {@code id}, and such members are never the whole primary key of their entity, since that key
 *       identifies a row.
 * </ul>
 */
final class RelationKeyReader {

    private final KeyTypes keyTypes;
    private final Problems problems;
    private final Member member;
    private final String annotation;
    private final KeySide pointed;
    private final KeySide pointing;
    private final String prefix;

    private RelationKeyReader(JavaModel java, Problems problems, Relation relation) {
        this.keyTypes = new KeyTypes(java);
        this.problems = problems;
        this.member = relation.member();
        this.annotation = relation.annotation();
        if (relation.isToChildren()) {
            this.pointed = relation.side("localKey", relation.declaring());
            this.pointing = relation.side("foreignKey", relation.related());
            this.prefix = Naming.camelCase(relation.declaring().name());
        } else {
            this.pointed = relation.side("ownerKey", relation.related());
            this.pointing = relation.side("foreignKey", relation.declaring());
            this.prefix = member.name();
        }
    }

    /**
     * A relation whose key is looked up.
     *
     * @param declaring the entity that declares it
     * @param member its member
     * @param annotation its annotation
     * @param related the related entity
     */
    record Relation(DeclaredEntity declaring, Member member, String annotation, DeclaredEntity related) {

        /** Tells whether the related entity holds the foreign key. */
        boolean isToChildren() {
            return Annotations.OF_CHILDREN.contains(annotation);
        }

        boolean isToMany() {
            return Annotations.OF_MANY_ROWS.contains(annotation);
        }

        private KeySide side(String option, DeclaredEntity entity) {
            String name = declaring.name() + "." + member.name();
            return new KeySide(entity, new Side(name, Annotations.written(annotation), option, entity.name()));
        }
    }

    private record KeySide(DeclaredEntity entity, Side side) {

        private List<String> constantsOf(List<Member> members) {
            Map<String, String> constants = entity.constants();
            return members.stream()
                    .map(key -> constants.getOrDefault(key.name(), key.name()))
                    .toList();
        }
    }

    /** Returns the key, or reports a problem. */
    static Optional<Part.Key> read(JavaModel java, Problems problems, Relation relation) {
        RelationKeyReader reader = new RelationKeyReader(java, problems, relation);
        List<Member> target = reader.pointedMembers();
        List<Member> source = reader.pointingMembers(target);
        if (target.isEmpty() || source.isEmpty() || !reader.match(source, target)) {
            return Optional.empty();
        }
        List<String> pointed = reader.pointed.constantsOf(target);
        List<String> pointing = reader.pointing.constantsOf(source);
        return Optional.of(relation.isToChildren() ? new Part.Key(pointed, pointing) : new Part.Key(pointing, pointed));
    }

    private List<Member> pointedMembers() {
        List<String> names = option(pointed);
        if (!names.isEmpty()) {
            return find(pointed, names, List.of());
        }
        List<Member> ids = pointed.entity().ids();
        if (ids.isEmpty()) {
            problems.add(member, annotation, RelationMessages.noId(pointed.side()));
        }
        return ids;
    }

    private List<Member> pointingMembers(List<Member> target) {
        List<String> names = option(pointing);
        return find(pointing, names.isEmpty() ? defaultNames(target) : names, target);
    }

    private List<String> defaultNames(List<Member> target) {
        List<String> names = new ArrayList<>();
        List<String> prefixed = new ArrayList<>();
        for (Member key : target) {
            String name = prefix + Naming.capitalized(key.name());
            prefixed.add(name);
            boolean standsForItself = pointing.entity().column(name).isEmpty()
                    && !key.name().equals("id")
                    && pointing.entity().column(key.name()).isPresent();
            names.add(standsForItself ? key.name() : name);
        }
        List<String> ids = pointing.entity().ids().stream().map(Member::name).toList();
        return names.containsAll(ids) && ids.containsAll(names) ? prefixed : names;
    }

    /** Returns the members called {@code names}, or an empty list if one is missing. */
    private List<Member> find(KeySide side, List<String> names, List<Member> others) {
        List<Member> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<Member> column = side.entity().column(names.get(i));
            column.ifPresent(found::add);
            if (column.isEmpty()) {
                String expected = others.size() == names.size()
                        ? JavaModel.written(others.get(i).type())
                        : "";
                List<String> present =
                        side.entity().columns().stream().map(Member::name).toList();
                problems.add(
                        member, annotation, RelationMessages.missing(side.side(), names.get(i), present, expected));
            }
        }
        return found.size() == names.size() ? found : List.of();
    }

    private boolean match(List<Member> source, List<Member> target) {
        if (source.size() != target.size()) {
            problems.add(
                    member, annotation, RelationMessages.lengths(pointing.side(), namesOf(source), namesOf(target)));
            return false;
        }
        boolean matches = true;
        for (int i = 0; i < source.size(); i++) {
            Optional<String> mismatch = mismatch(source.get(i), target.get(i));
            mismatch.ifPresent(message -> problems.add(member, annotation, message));
            matches &= mismatch.isEmpty();
        }
        return matches;
    }

    private Optional<String> mismatch(Member source, Member target) {
        String other = pointed.side().entity() + "." + typed(target);
        if (!keyTypes.match(source.type(), target.type())) {
            return Optional.of(RelationMessages.types(pointing.side(), typed(source), other));
        }
        if (!keyTypes.isSingle(source) || !keyTypes.isSingle(target)) {
            return Optional.of(RelationMessages.notSingle(pointing.side(), typed(source), other));
        }
        return keyTypes.storedAlike(source, target)
                ? Optional.empty()
                : Optional.of(RelationMessages.stored(pointing.side(), typed(source), other));
    }

    private List<String> option(KeySide side) {
        return member.annotation(annotation)
                .map(mirror -> Annotations.texts(mirror, side.side().option()))
                .orElse(List.of());
    }

    private static List<String> namesOf(List<Member> members) {
        return members.stream().map(Member::name).toList();
    }

    private static String typed(Member member) {
        return member.name() + " (" + JavaModel.written(member.type()) + ")";
    }
}
