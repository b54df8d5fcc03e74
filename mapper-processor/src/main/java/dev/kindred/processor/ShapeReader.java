package dev.kindred.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the declaration of an entity. */
final class ShapeReader {

    private final JavaModel java;

    ShapeReader(JavaModel java) {
        this.java = java;
    }

    /** Reads an entity from source or a class file. */
    DeclaredEntity read(TypeElement type) {
        DeclaredEntity known = java.shapes().get(type);
        if (known == null) {
            known = readAnew(type);
            java.shapes().put(type, known);
        }
        return known;
    }

    private DeclaredEntity readAnew(TypeElement type) {
        Problems problems = new Problems();
        List<Member> members = List.of();
        if (type.getKind() == ElementKind.RECORD) {
            members = ofRecord(type, problems);
        } else if (type.getKind() == ElementKind.CLASS) {
            members = ofClass(type, problems);
        } else {
            problems.add(type, EntityMessages.notAClass(type.getSimpleName().toString()));
        }
        checkLombok(type, problems);
        checkDeclaration(type, problems);
        if (members.isEmpty() && problems.list().isEmpty()) {
            problems.add(type, EntityMessages.noColumn(type.getSimpleName().toString()));
        }
        return new DeclaredEntity(type, members, problems.list());
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

    /** Replaces the problems if Lombok has not yet generated the constructor and the accessors. */
    private static void checkLombok(TypeElement type, Problems problems) {
        Optional<String> annotation =
                type.getKind() == ElementKind.CLASS && !problems.list().isEmpty()
                        ? Lombok.annotation(type)
                        : Optional.empty();
        annotation.ifPresent(written -> {
            problems.clear();
            problems.add(type, EntityMessages.lombok(type.getSimpleName().toString(), written));
        });
    }

    private List<Member> ofRecord(TypeElement type, Problems problems) {
        Accessors accessors = new Accessors(java, type);
        DefaultCodecs defaults = DefaultCodecs.of(java, type);
        List<Member> members = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            // the compiler has the line of the field only
            List<Element> elements = new ArrayList<>();
            elements.addAll(accessors.fields(name));
            elements.add(component);
            Optional<ExecutableElement> method = accessors.method(name, component.asType());
            method.ifPresent(elements::add);
            Code access = accessors.access(method, name, component.asType()).orElseGet(() -> Code.of("$L()", name));
            members.add(new Member(name, component.asType(), elements, access, defaults));
        }
        checkCanonical(type, members, problems);
        return members;
    }

    /** The compiler copies annotations from components to constructor parameters, but not the other way. */
    private void checkCanonical(TypeElement type, List<Member> members, Problems problems) {
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            List<? extends VariableElement> parameters = constructor.getParameters();
            for (int i = 0; isCanonical(parameters, members) && i < parameters.size(); i++) {
                Member member = members.get(i);
                parameters.get(i).getAnnotationMirrors().stream()
                        .filter(Annotations::isOfMember)
                        .map(mirror -> mirror.getAnnotationType().toString())
                        .filter(annotation -> !member.has(annotation))
                        .forEach(annotation -> problems.add(
                                member,
                                EntityMessages.canonical(
                                        type.getSimpleName().toString(),
                                        Annotations.written(annotation),
                                        member.name())));
            }
        }
    }

    private boolean isCanonical(List<? extends VariableElement> parameters, List<Member> members) {
        boolean isCanonical = parameters.size() == members.size();
        for (int i = 0; isCanonical && i < parameters.size(); i++) {
            isCanonical = java.types()
                    .isSameType(
                            java.types().erasure(parameters.get(i).asType()),
                            java.types().erasure(members.get(i).type()));
        }
        return isCanonical;
    }

    private List<Member> ofClass(TypeElement type, Problems problems) {
        String name = type.getSimpleName().toString();
        List<ExecutableElement> constructors = Constructors.of(java, type);
        if (constructors.size() != 1) {
            problems.add(type, EntityMessages.constructors(name, constructors.size()));
            return List.of();
        }
        ExecutableElement constructor = constructors.get(0);
        if (java.isChecked(constructor.getThrownTypes())) {
            problems.add(type, EntityMessages.constructorThrows(name));
        }
        Optional<List<String>> names = ParameterNames.of(java, constructor);
        if (names.isEmpty()) {
            problems.add(type, EntityMessages.parameterNames(name));
            return List.of();
        }
        return ofParameters(type, constructor.getParameters(), names.get(), problems);
    }

    private List<Member> ofParameters(
            TypeElement type, List<? extends VariableElement> parameters, List<String> names, Problems problems) {
        Accessors accessors = new Accessors(java, type);
        InheritedAnnotations inherited = new InheritedAnnotations(java, type, problems);
        DefaultCodecs defaults = DefaultCodecs.of(java, type);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String name = names.get(i);
            TypeMirror of = parameters.get(i).asType();
            List<Element> elements = new ArrayList<>(List.of(parameters.get(i)));
            elements.addAll(accessors.fields(name));
            Optional<ExecutableElement> method = accessors.method(name, of);
            method.ifPresent(elements::add);
            elements.addAll(inherited.parameters(name));
            Optional<Code> access = accessors.access(method, name, of);
            if (access.isEmpty() && !JavaModel.isUnresolved(of)) {
                problems.add(
                        type, EntityMessages.noAccessor(type.getSimpleName().toString(), name, of));
            }
            members.add(new Member(name, of, elements, access.orElse(Code.EMPTY), defaults));
        }
        if (problems.list().isEmpty()) {
            inherited.check(members);
        }
        return members;
    }
}
