package dev.kindred.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.kindred.type.GenericType;
import dev.kindred.type.SqlTypes;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Writes down the type of a JSON member, so that nothing has to be read by reflection. */
final class JsonTypes {

    private final JavaModel java;

    JsonTypes(JavaModel java) {
        this.java = java;
    }

    /** Returns the {@code SqlType}, unless the type has an array of a generic type in it. */
    Optional<CodeBlock> find(TypeMirror type, String databaseType) {
        TypeMirror boxed = java.boxed(type);
        return typeOf(boxed)
                .map(generic -> CodeBlock.of(
                        "$T.<$T>json($T.class, $L, $S)",
                        SqlTypes.class,
                        TypeName.get(boxed),
                        TypeName.get(java.types().erasure(boxed)),
                        generic,
                        databaseType.isEmpty() ? "jsonb" : databaseType));
    }

    /** Returns an expression for a {@code java.lang.reflect.Type}. */
    private Optional<CodeBlock> typeOf(TypeMirror type) {
        if (type instanceof WildcardType wildcard) {
            return typeOf(boundOf(wildcard));
        }
        if (type instanceof ArrayType array
                && !JavaModel.arguments(array.getComponentType()).isEmpty()) {
            return Optional.empty();
        }
        TypeName erasure = TypeName.get(java.types().erasure(type));
        if (JavaModel.arguments(type).isEmpty()) {
            return Optional.of(CodeBlock.of("$T.class", erasure));
        }
        CodeBlock.Builder generic = CodeBlock.builder().add("$T.of($T.class", GenericType.class, erasure);
        for (TypeMirror argument : JavaModel.arguments(type)) {
            Optional<CodeBlock> argumentType = typeOf(argument);
            if (argumentType.isEmpty()) {
                return Optional.empty();
            }
            generic.add(", $L", argumentType.get());
        }
        return Optional.of(generic.add(")").build());
    }

    private TypeMirror boundOf(WildcardType wildcard) {
        @Nullable
        TypeMirror bound = wildcard.getExtendsBound() == null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
        return bound == null
                ? java.elements().getTypeElement(Object.class.getName()).asType()
                : bound;
    }
}
