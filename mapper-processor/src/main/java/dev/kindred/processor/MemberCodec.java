package dev.kindred.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The codec of a member.
 *
 * @param named the value of the annotation: the type of the class, or a text for a class that does not exist
 * @param origin the type or the package that declares it as its default, or nothing if the member names it
 */
record MemberCodec(Object named, Optional<Element> origin) {

    /** Returns the class, unless the annotation names something else. */
    Optional<DeclaredType> type() {
        return named instanceof DeclaredType type && type.getKind() == TypeKind.DECLARED
                ? Optional.of(type)
                : Optional.empty();
    }

    /** Tells whether the class does not exist in this round. The compiler gives its name as a text. */
    boolean isUnresolved() {
        return !(named instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR;
    }

    /** Returns the full name of the class. */
    String name() {
        return String.valueOf(named);
    }
}
