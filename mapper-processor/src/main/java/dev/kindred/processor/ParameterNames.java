package dev.kindred.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the names of the parameters of a constructor. A class file has them only with the option {@code -parameters},
 * so the generated class of a class entity keeps them in a constant. The class file of a record always names its
 * components.
 */
final class ParameterNames {

    /** In lower case, since the constants of columns are in upper case. */
    private static final String FIELD = "members";

    private static final String SEPARATOR = ",";
    /** The names that a compiler gives to parameters of a class file without names. */
    private static final String NAMELESS = "arg\\d+";

    private ParameterNames() {}

    /** Returns the constant, for a class only. */
    static Optional<Code> constant(EntityDescription entity) {
        if (entity.type().getKind() == ElementKind.RECORD) {
            return Optional.empty();
        }
        String names = entity.parts().stream().map(part -> part.member().name()).collect(Collectors.joining(SEPARATOR));
        return Optional.of(Code.of(
                "    /**\n     * The parameter names of the constructor.\n     */\n    static final $T $L = $S;\n\n",
                String.class,
                FIELD,
                names));
    }

    /** Returns the names of the parameters of {@code constructor}, or nothing if the class file has none. */
    static Optional<List<String>> of(JavaModel java, ExecutableElement constructor) {
        List<String> names = constructor.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        TypeElement type = (TypeElement) JavaModel.ownerOf(constructor);
        boolean areKnown =
                java.isSource(type) || names.isEmpty() || names.stream().anyMatch(name -> !name.matches(NAMELESS));
        return areKnown ? Optional.of(names) : written(java, type, names.size());
    }

    private static Optional<List<String>> written(JavaModel java, TypeElement type, int count) {
        if (Annotations.find(type, Annotations.TABLE).isEmpty()) {
            return Optional.empty();
        }
        ClassRef name = DeclaredEntity.generatedName(type);
        Optional<TypeElement> generated = Optional.ofNullable(java.elements().getTypeElement(name.canonicalName()));
        return generated.stream()
                .map(Element::getEnclosedElements)
                .flatMap(elements -> ElementFilter.fieldsIn(elements).stream())
                .filter(field -> field.getSimpleName().contentEquals(FIELD))
                .map(VariableElement::getConstantValue)
                .filter(String.class::isInstance)
                .map(value -> List.of(((String) value).split(SEPARATOR, -1)))
                .filter(names -> names.size() == count)
                .findFirst();
    }
}
