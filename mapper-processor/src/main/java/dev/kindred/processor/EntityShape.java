package dev.kindred.processor;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * An entity as it was declared.
 *
 * @param type the class
 * @param members its members, in the order of the constructor
 * @param problems why the mapper cannot build it; then {@code members} may be empty
 */
record EntityShape(TypeElement type, List<Member> members, List<Problem> problems) {

    static final String MODEL = "MODEL";

    EntityShape {
        members = List.copyOf(members);
        problems = List.copyOf(problems);
    }

    String name() {
        return type.getSimpleName().toString();
    }

    ClassName className() {
        return ClassName.get(type);
    }

    /** Returns the class to write, under the name that {@code EntityModel} looks for. */
    ClassName generatedName() {
        return generatedName(type);
    }

    /** Returns the class to write for {@code type}. */
    static ClassName generatedName(TypeElement type) {
        ClassName name = ClassName.get(type);
        return ClassName.get(
                name.packageName(), String.join("_", name.simpleNames()).replace('$', '_') + "_");
    }

    List<Member> columns() {
        return members.stream().filter(Member::isColumn).toList();
    }

    List<Member> ids() {
        return columns().stream().filter(member -> member.has(Annotations.ID)).toList();
    }

    Optional<Member> column(String name) {
        return columns().stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /** Returns the constant of each column and relation; it depends on this entity alone, since others refer to it. */
    Map<String, String> constants() {
        ClassName name = className();
        // a constant with the name of a class would hide the class where both may stand
        Set<String> taken = new HashSet<>(List.of(
                MODEL, name.topLevelClassName().simpleName(), generatedName().simpleName()));
        Map<String, String> constants = new HashMap<>();
        for (Member member : members) {
            if (!member.isTransient()) {
                String constant = Naming.constant(member.name());
                while (!taken.add(constant)) {
                    constant += "_";
                }
                constants.put(member.name(), constant);
            }
        }
        return constants;
    }
}
