package dev.kindred.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads how an entity was declared. */
final class ShapeReader {

    private final JavaModel java;

    ShapeReader(JavaModel java) {
        this.java = java;
    }

    /** Reads an entity that is to be written. */
    EntityShape read(TypeElement type) {
        Problems problems = new Problems();
        List<Member> members = List.of();
        if (type.getKind() == ElementKind.RECORD) {
            members = ofRecord(type);
        } else if (type.getKind() == ElementKind.CLASS) {
            members = ofClass(type, problems);
        } else {
            problems.add(type, EntityMessages.notAClass(type.getSimpleName().toString()));
        }
        checkDeclaration(type, problems);
        if (members.isEmpty() && problems.list().isEmpty()) {
            problems.add(type, EntityMessages.noColumn(type.getSimpleName().toString()));
        }
        return new EntityShape(type, members, problems.list());
    }

    /**
     * Reads an entity that another one refers to. Class files may lack the names of constructor parameters, so the fields stand for
     * them when nothing else does.
     */
    EntityShape readRelated(TypeElement type) {
        EntityShape shape = read(type);
        if (shape.problems().isEmpty() || type.getKind() != ElementKind.CLASS || !lacksParameterNames(type)) {
            return shape;
        }
        List<Member> fields = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .map(field ->
                        new Member(field.getSimpleName().toString(), field.asType(), List.of(field), CodeBlock.of("")))
                .toList();
        return new EntityShape(type, fields, List.of());
    }

    private static boolean lacksParameterNames(TypeElement type) {
        List<ExecutableElement> constructors = constructors(type);
        return constructors.size() == 1
                && constructors.get(0).getParameters().stream()
                        .allMatch(parameter ->
                                parameter.getSimpleName().toString().matches("arg\\d+"));
    }

    private static void checkDeclaration(TypeElement type, Problems problems) {
        String name = type.getSimpleName().toString();
        Set<Modifier> modifiers = type.getModifiers();
        if (!type.getTypeParameters().isEmpty()) {
            problems.add(type, EntityMessages.generic(name));
        }
        if (JavaModel.isPrivate(type)) {
            problems.add(type, EntityMessages.isPrivate(name));
        }
        if (type.getKind() == ElementKind.CLASS && modifiers.contains(Modifier.ABSTRACT)) {
            problems.add(type, EntityMessages.isAbstract(name));
        }
        boolean isNested = type.getNestingKind() == NestingKind.MEMBER;
        if (type.getKind() == ElementKind.CLASS && isNested && !modifiers.contains(Modifier.STATIC)) {
            problems.add(type, EntityMessages.inner(name));
        }
    }

    private List<Member> ofRecord(TypeElement type) {
        Accessors accessors = new Accessors(java, type);
        List<Member> members = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            // the compiler knows the line of the field, not that of the component
            List<Element> elements = new ArrayList<>();
            accessors.field(name).ifPresent(elements::add);
            elements.add(component);
            accessors.method(name, component.asType()).ifPresent(elements::add);
            CodeBlock access = accessors
                    .access(name, component.asType())
                    .orElseGet(() -> CodeBlock.of("$T::$N", ClassName.get(type), name));
            members.add(new Member(name, component.asType(), elements, access));
        }
        return members;
    }

    private List<Member> ofClass(TypeElement type, Problems problems) {
        String name = type.getSimpleName().toString();
        List<ExecutableElement> constructors = constructors(type);
        if (constructors.size() != 1) {
            problems.add(type, EntityMessages.constructors(name, constructors.size()));
            return List.of();
        }
        ExecutableElement constructor = constructors.get(0);
        if (java.isChecked(constructor.getThrownTypes())) {
            problems.add(type, EntityMessages.constructorThrows(name));
        }
        Accessors accessors = new Accessors(java, type);
        List<Member> members = new ArrayList<>();
        for (VariableElement parameter : constructor.getParameters()) {
            Member member = ofParameter(parameter, accessors);
            members.add(member);
            if (member.access().isEmpty() && !JavaModel.isUnresolved(parameter.asType())) {
                problems.add(type, EntityMessages.noAccessor(name, member.name(), parameter.asType()));
            }
        }
        return members;
    }

    private static Member ofParameter(VariableElement parameter, Accessors accessors) {
        String name = parameter.getSimpleName().toString();
        List<Element> elements = new ArrayList<>(List.of(parameter));
        accessors.field(name).ifPresent(elements::add);
        accessors.method(name, parameter.asType()).ifPresent(elements::add);
        CodeBlock access = accessors.access(name, parameter.asType()).orElse(CodeBlock.of(""));
        return new Member(name, parameter.asType(), elements, access);
    }

    private static List<ExecutableElement> constructors(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .toList();
    }
}
