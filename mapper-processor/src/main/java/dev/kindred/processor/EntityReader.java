package dev.kindred.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;

/** Resolves the declaration of an entity into the content of its generated class. */
final class EntityReader {

    private final DeclaredEntity shape;
    private final Problems problems;
    private final ColumnMemberReader columns;
    private final RelationReader relations;
    private final MemberChecks checks;

    private EntityReader(JavaModel java, DeclaredEntity shape) {
        this.shape = shape;
        this.problems = new Problems();
        this.columns = new ColumnMemberReader(java, shape, problems);
        this.relations = new RelationReader(java, shape, problems);
        this.checks = new MemberChecks(java, shape, problems);
    }

    /**
     * The result for one entity.
     *
     * @param description the content of the generated class, without the members that have a problem
     * @param problems the mistakes
     */
    record Outcome(EntityDescription description, List<Problem> problems) {}

    /** Reads a declaration without problems. */
    static Outcome read(JavaModel java, DeclaredEntity shape) {
        return new EntityReader(java, shape).read();
    }

    private Outcome read() {
        checks.check();
        Map<String, String> constants = shape.constants();
        List<Part> parts = new ArrayList<>();
        for (Member member : shape.members()) {
            String constant = constants.getOrDefault(member.name(), "");
            parts.add(part(member, constant).orElseGet(() -> new Part.AbsentPart(member)));
        }
        if (shape.columns().isEmpty()) {
            problems.add(shape.type(), EntityMessages.noColumn(shape.name()));
        }
        EntityDescription description = new EntityDescription(shape.type(), shape.generatedName(), table(), parts);
        return new Outcome(description, problems.list());
    }

    private Optional<Part> part(Member member, String constant) {
        // a second problem of the member would be about the same mistake
        if (member.isTransient() || problems.has(member)) {
            return Optional.empty();
        }
        List<String> annotations = member.those(Annotations.OF_RELATIONS);
        return annotations.isEmpty()
                ? columns.read(member, constant)
                : relations.read(member, constant, annotations.get(0));
    }

    private EntityDescription.Table table() {
        Optional<AnnotationMirror> table = Annotations.find(shape.type(), Annotations.TABLE);
        String named = table.map(mirror -> Annotations.text(mirror, "value")).orElse("");
        String schema = table.map(mirror -> Annotations.text(mirror, "schema")).orElse("");
        String name = named.isEmpty() ? Naming.snakeCase(shape.name()) : named;
        if (!Naming.isIdentifier(name)) {
            problems.add(shape.type(), Annotations.TABLE, EntityMessages.name(shape.name(), "table", name));
        }
        if (!schema.isEmpty() && !Naming.isIdentifier(schema)) {
            problems.add(shape.type(), Annotations.TABLE, EntityMessages.name(shape.name(), "schema", schema));
        }
        String comment =
                table.map(mirror -> Annotations.text(mirror, "comment")).orElse("");
        if (comment.indexOf('\0') >= 0) {
            problems.add(shape.type(), Annotations.TABLE, SchemaMessages.nul(shape.name(), "comment"));
        }
        return new EntityDescription.Table(schema, name, comment);
    }
}
