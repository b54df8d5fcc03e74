package dev.kindred.processor;

import dev.kindred.type.Codec;
import dev.kindred.type.SqlTypes;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the types between which a codec converts. */
final class CodecTypes {

    private final JavaModel java;
    private final Instances instances;
    private final ColumnTypes columnTypes;
    private final Problems problems;

    CodecTypes(JavaModel java, ColumnTypes columnTypes, Problems problems) {
        this.java = java;
        this.instances = new Instances(java);
        this.columnTypes = columnTypes;
        this.problems = problems;
    }

    /** Returns the {@code SqlType} of a member with a codec, or reports a problem. */
    Optional<Code> find(String entity, Member member, DeclaredType codec) {
        String where = entity + "." + member.name();
        String name = JavaModel.written(codec);
        if (!instances.isConstructible(
                (TypeElement) codec.asElement(), member.elements().get(0))) {
            return refuse(member, TypeMessages.codecConstructor(where, name));
        }
        Optional<DeclaredType> types = instances.supertype(codec, Codec.class);
        if (types.isEmpty()) {
            return refuse(member, TypeMessages.notACodec(where, name));
        }
        TypeMirror from = types.get().getTypeArguments().get(0);
        TypeMirror to = types.get().getTypeArguments().get(1);
        if (!java.same(from, member.type())) {
            return refuse(member, TypeMessages.codecOfOther(where, name, from, member.type()));
        }
        if (isGeneric(from)) {
            return refuse(member, TypeMessages.codecOfGeneric(where, name, from));
        }
        Optional<Code> base = columnTypes.find(to, member.columnText("type"));
        if (base.isEmpty()) {
            return refuse(member, TypeMessages.codecToUnknown(where, name, to));
        }
        return base.map(type -> Code.of(
                "$T.converted($T.class, new $T(), $L)",
                SqlTypes.class,
                Code.type(java.boxed(from)),
                Code.type(codec),
                type));
    }

    private Optional<Code> refuse(Member member, String message) {
        problems.add(member, Annotations.COLUMN, message);
        return Optional.empty();
    }

    private static boolean isGeneric(TypeMirror type) {
        return type instanceof ArrayType array ? isGeneric(array.getComponentType()) : JavaModel.isParameterized(type);
    }
}
