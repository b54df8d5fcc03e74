package dev.kindred.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/** Reads the ON DELETE action of a foreign key, and checks it against the key members and the other side. */
final class DeleteRule {

    private final JavaModel java;
    private final Problems problems;
    private final RelationKeyReader.Relation relation;

    private DeleteRule(JavaModel java, Problems problems, RelationKeyReader.Relation relation) {
        this.java = java;
        this.problems = problems;
        this.relation = relation;
    }

    /** Returns the name of the action, or an empty text if none is set. */
    static String read(JavaModel java, Problems problems, RelationKeyReader.Relation relation, Part.Key key) {
        String action = written(relation);
        if (!action.isEmpty()) {
            DeleteRule rule = new DeleteRule(java, problems, relation);
            rule.checkForeignKey(action, key);
            rule.checkOtherSide(action, key);
        }
        return action;
    }

    /** Returns the name of the written action, or an empty text. */
    static String written(RelationKeyReader.Relation relation) {
        return relation.member()
                .annotation(relation.annotation())
                .flatMap(mirror -> Annotations.value(mirror, "onDelete"))
                .map(value -> value instanceof VariableElement constant
                        ? constant.getSimpleName().toString()
                        : "")
                .orElse("");
    }

    private void checkForeignKey(String action, Part.Key key) {
        DeclaredEntity child = relation.isToChildren() ? relation.related() : relation.declaring();
        List<String> constants = relation.isToChildren() ? key.target() : key.source();
        for (Member member : child.columns()) {
            if (!constants.contains(child.constants().get(member.name())) || mayBeNull(child, member)) {
                continue;
            }
            String written = Annotations.written(relation.annotation());
            String name = child.name() + "." + member.name();
            if (action.equals("SET_NULL")) {
                add(SchemaMessages.setNull(where(relation), written, name));
            } else if (action.equals("SET_DEFAULT")
                    && member.columnText("defaultValue").isBlank()) {
                add(SchemaMessages.setDefault(where(relation), written, name));
            }
        }
    }

    private boolean mayBeNull(DeclaredEntity child, Member member) {
        return member.isNullable() || (!member.type().getKind().isPrimitive() && !java.showsNullness(child.type()));
    }

    private void checkOtherSide(String action, Part.Key key) {
        List<String> inverses = relation.isToChildren() ? List.of(Annotations.BELONGS_TO) : Annotations.OF_CHILDREN;
        DeclaredEntity there = relation.related();
        DeclaredEntity here = relation.declaring();
        for (Member member : there.members()) {
            List<String> inverse = member.those(inverses);
            if (!inverse.isEmpty() && leadsBack(member)) {
                RelationKeyReader.Relation other = new RelationKeyReader.Relation(there, member, inverse.get(0), here);
                String otherAction = written(other);
                Optional<Part.Key> otherKey = RelationKeyReader.read(java, new Problems(), other);
                boolean same = otherKey.filter(found -> found.source().equals(key.target())
                                && found.target().equals(key.source()))
                        .isPresent();
                if (same && !otherAction.isEmpty() && !otherAction.equals(action)) {
                    add(SchemaMessages.otherSide(where(relation), action, where(other), otherAction));
                }
            }
        }
    }

    private boolean leadsBack(Member member) {
        return RelationReader.target(member)
                .filter(type -> type.equals(relation.declaring().type()))
                .isPresent();
    }

    private void add(String message) {
        problems.add(relation.member(), relation.annotation(), message);
    }

    private static String where(RelationKeyReader.Relation relation) {
        return relation.declaring().name() + "." + relation.member().name();
    }
}
