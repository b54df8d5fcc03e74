package dev.kindred.processor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Checks whether two members can be the two sides of a relation. */
final class KeyTypes {

    private static final Set<String> INTEGERS =
            Set.of(Byte.class.getName(), Short.class.getName(), Integer.class.getName(), Long.class.getName());
    private static final Set<String> DECIMALS = Set.of(BigInteger.class.getName(), BigDecimal.class.getName());

    private final JavaModel java;

    KeyTypes(JavaModel java) {
        this.java = java;
    }

    boolean match(TypeMirror one, TypeMirror other) {
        return java.same(one, other) || bothIn(INTEGERS, one, other) || bothIn(DECIMALS, one, other);
    }

    /** Returns whether the column of {@code key} holds a single value, which can be an element of an array. */
    boolean isSingle(Member key) {
        boolean isArray = key.type() instanceof ArrayType array
                && array.getComponentType().getKind() != TypeKind.BYTE;
        boolean isList = JavaModel.qualifiedName(key.type()).equals(List.class.getName());
        return key.codec().isPresent() || (!key.has(Annotations.JSON) && !isArray && !isList);
    }

    /** Returns whether two members of the same type have the same column type, too. */
    boolean storedAlike(Member one, Member other) {
        return one.codec().map(MemberCodec::name).equals(other.codec().map(MemberCodec::name))
                && (!isEnum(one)
                        || one.columnText("type").equals(other.columnText("type"))
                        || one.codec().isPresent());
    }

    static boolean isEnum(Member key) {
        return key.type() instanceof DeclaredType declared
                && declared.asElement().getKind() == ElementKind.ENUM;
    }

    private boolean bothIn(Set<String> family, TypeMirror one, TypeMirror other) {
        return family.contains(JavaModel.qualifiedName(java.boxed(one)))
                && family.contains(JavaModel.qualifiedName(java.boxed(other)));
    }
}
