package dev.kindred.processor;

import dev.kindred.type.Codec;
import dev.kindred.type.SqlTypes;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Checks codecs and finds the types between which they convert. */
final class CodecTypes {

    private final JavaModel java;
    private final Instances instances;
    private final ColumnTypes columnTypes;

    CodecTypes(JavaModel java, ColumnTypes columnTypes) {
        this.java = java;
        this.instances = new Instances(java);
        this.columnTypes = columnTypes;
    }

    /** Returns the type that a codec converts and the type to which it converts. */
    static Optional<List<? extends TypeMirror>> arguments(JavaModel java, DeclaredType codec) {
        return new Instances(java).supertype(codec, Codec.class).map(DeclaredType::getTypeArguments);
    }

    /** Returns the {@code SqlType} of a member with a codec that has no problem. */
    Optional<Code> find(Member member, DeclaredType codec) {
        Optional<List<? extends TypeMirror>> types = arguments(java, codec);
        return types.flatMap(both -> columnTypes.find(both.get(1), member.columnText("type")))
                .map(base -> Code.of(
                        isConstructible(codec, member)
                                ? "$T.converted($T.class, new $T(), $L)"
                                : "$T.converted($T.class, $T.class, $L)",
                        SqlTypes.class,
                        Code.type(java.boxed(types.get().get(0))),
                        Code.type(codec),
                        base));
    }

    private boolean isConstructible(DeclaredType codec, Member member) {
        return instances.isConstructible(
                (TypeElement) codec.asElement(), member.elements().get(0));
    }

    /** Returns why a member cannot have a codec. */
    Optional<String> problem(String where, Member member, DeclaredType codec) {
        Optional<TypeMirror> from = arguments(java, codec).map(types -> types.get(0));
        boolean isOfOther = from.filter(type -> !java.same(type, member.type())).isPresent();
        Element place = member.elements().get(0);
        return isOfOther && isUsable(codec, place)
                ? from.map(type -> TypeMessages.codecOfOther(where, JavaModel.written(codec), type, member.type()))
                : problem(where, codec, place, member.columnText("type"));
    }

    /**
     * Returns why no member in the package of {@code place} can have a codec.
     *
     * @param databaseType the PostgreSQL type of the member, or an empty text for the default
     */
    Optional<String> problem(String where, DeclaredType codec, Element place, String databaseType) {
        String name = JavaModel.written(codec);
        if (!isUsable(codec, place)) {
            return Optional.of(TypeMessages.codecConstructor(where, name));
        }
        Optional<List<? extends TypeMirror>> types = arguments(java, codec);
        if (types.isEmpty()) {
            return Optional.of(TypeMessages.notACodec(where, name));
        }
        TypeMirror from = types.get().get(0);
        TypeMirror to = types.get().get(1);
        if (isGeneric(from)) {
            return Optional.of(TypeMessages.codecOfGeneric(where, name, from));
        }
        return columnTypes.find(to, databaseType).isEmpty()
                ? Optional.of(TypeMessages.codecToUnknown(where, name, to))
                : Optional.empty();
    }

    /** Returns whether generated code can instantiate a codec, or leave that to the mapper. */
    private boolean isUsable(DeclaredType codec, Element place) {
        TypeElement type = (TypeElement) codec.asElement();
        return instances.isConstructible(type, place) || instances.needsArguments(type, place);
    }

    private static boolean isGeneric(TypeMirror type) {
        return type instanceof ArrayType array ? isGeneric(array.getComponentType()) : JavaModel.isParameterized(type);
    }
}
