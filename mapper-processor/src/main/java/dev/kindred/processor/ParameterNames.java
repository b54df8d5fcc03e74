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
 * Finds the names of the parameters of a constructor. A class file lacks them unless it was compiled with {@code -parameters}, so the
 * class that is written for a class entity keeps them in a constant. A record needs none, since its class file names its components.
 */
final class ParameterNames {

    /** In small letters, since the constants of columns are in capital letters. */
    private static final String FIELD = "members";

    private static final String SEPARATOR = ",";
    /** What a compiler calls a parameter without a name. */
    private static final String NAMELESS = "arg\\d+";

    private ParameterNames() {}

    /** Returns the constant to write, for a class only. */
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

    /** Returns the names of the parameters of {@code constructor}, or nothing when a class file lacks them. */
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
