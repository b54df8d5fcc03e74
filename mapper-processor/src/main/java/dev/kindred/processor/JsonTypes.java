package dev.kindred.processor;

import dev.kindred.internal.model.GenericType;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Writes the type of a JSON member, so that the mapper needs no reflection. */
final class JsonTypes {

    private final JavaModel java;

    JsonTypes(JavaModel java) {
        this.java = java;
    }

    /** Returns the {@code SqlType}, unless the type has an array or an inner class of a generic type in it. */
    Optional<Code> find(TypeMirror type, String databaseType) {
        TypeMirror boxed = java.boxed(type);
        return typeOf(boxed)
                .map(generic -> Code.of(
                        "$T.<$T>json($T.class, $L, $S)",
                        SqlTypes.class,
                        Code.type(boxed),
                        Code.erased(boxed),
                        generic,
                        databaseType.isEmpty() ? "jsonb" : databaseType));
    }

    /** Returns an expression for a {@code java.lang.reflect.Type}. */
    private Optional<Code> typeOf(TypeMirror type) {
        if (type instanceof WildcardType wildcard) {
            return typeOf(boundOf(wildcard));
        }
        if (type instanceof ArrayType array && JavaModel.isParameterized(array.getComponentType())) {
            return Optional.empty();
        }
        if (JavaModel.hasParameterizedOuter(type)) {
            return Optional.empty();
        }
        Code erasure = Code.erased(type);
        if (JavaModel.arguments(type).isEmpty()) {
            return Optional.of(Code.of("$T.class", erasure));
        }
        List<Code> parts = new ArrayList<>(List.of(Code.of("$T.class", erasure)));
        for (TypeMirror argument : JavaModel.arguments(type)) {
            Optional<Code> argumentType = typeOf(argument);
            if (argumentType.isEmpty()) {
                return Optional.empty();
            }
            parts.add(argumentType.get());
        }
        Code arguments = parts.stream().collect(Code.joining(", "));
        return Optional.of(Code.of("$T.of($L)", GenericType.class, arguments));
    }

    private TypeMirror boundOf(WildcardType wildcard) {
        @Nullable
        TypeMirror bound = wildcard.getExtendsBound() == null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
        return bound == null
                ? java.elements().getTypeElement(Object.class.getName()).asType()
                : bound;
    }
}
