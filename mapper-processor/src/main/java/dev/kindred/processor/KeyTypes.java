package dev.kindred.processor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** Tells whether two members can be the two sides of a relation. */
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

    private boolean bothIn(Set<String> family, TypeMirror one, TypeMirror other) {
        return family.contains(JavaModel.qualifiedName(java.boxed(one)))
                && family.contains(JavaModel.qualifiedName(java.boxed(other)));
    }
}
