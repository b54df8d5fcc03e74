package dev.kindred.processor;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The declaration of an entity. */
final class DeclaredEntity {

    static final String MODEL = "MODEL";

    private final TypeElement type;
    private final List<Member> members;
    private final List<Problem> problems;
    private final List<Member> columns;
    private @Nullable Map<String, String> constants;

    /**
     * Makes a shape.
     *
     * @param type the class
     * @param members its members, in the order of the constructor
     * @param problems why the mapper cannot instantiate it; {@code members} may then be empty
     */
    DeclaredEntity(TypeElement type, List<Member> members, List<Problem> problems) {
        this.type = type;
        this.members = List.copyOf(members);
        this.problems = List.copyOf(problems);
        this.columns = this.members.stream().filter(Member::isColumn).toList();
    }

    TypeElement type() {
        return type;
    }

    List<Member> members() {
        return members;
    }

    List<Problem> problems() {
        return problems;
    }

    String name() {
        return type.getSimpleName().toString();
    }

    ClassRef className() {
        return ClassRef.of(type);
    }

    /** Returns the generated class, with the name that {@code EntityModel} loads. */
    ClassRef generatedName() {
        return generatedName(type);
    }

    /** Returns the generated class of {@code type}. */
    static ClassRef generatedName(TypeElement type) {
        ClassRef name = ClassRef.of(type);
        return new ClassRef(name.packageName(), name.name().replace('.', '_').replace('$', '_') + "_");
    }

    List<Member> columns() {
        return columns;
    }

    List<Member> ids() {
        return columns.stream().filter(member -> member.has(Annotations.ID)).toList();
    }

    Optional<Member> column(String name) {
        return columns.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /** Returns the constant of each column and relation. It depends on this entity only, since others refer to it. */
    Map<String, String> constants() {
        Map<String, String> known = constants;
        if (known == null) {
            known = Collections.unmodifiableMap(namedConstants());
            constants = known;
        }
        return known;
    }

    private Map<String, String> namedConstants() {
        ClassRef name = className();
        // a constant with the name of a class would obscure the class
        Set<String> taken =
                new HashSet<>(List.of(MODEL, name.topLevel(), generatedName().name()));
        Map<String, String> names = new HashMap<>();
        for (Member member : members) {
            if (!member.isTransient()) {
                String constant = Naming.constant(member.name());
                while (!taken.add(constant)) {
                    constant += "_";
                }
                names.put(member.name(), constant);
            }
        }
        members.stream()
                .filter(member -> member.has(Annotations.BELONGS_TO_ONE_OF))
                .forEach(member -> {
                    for (TypeElement type : OneOfReader.types(member)) {
                        String constant = Naming.constant(member.name()) + "_"
                                + Naming.constant(type.getSimpleName().toString());
                        while (!taken.add(constant)) {
                            constant += "_";
                        }
                        names.put(ofType(member, type), constant);
                    }
                });
        return names;
    }

    /** Returns the key among {@link #constants} of a type of a relation to one of several types. */
    static String ofType(Member member, TypeElement type) {
        return member.name() + "(" + type.getSimpleName() + ")";
    }
}
