package dev.kindred.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Source text. It names classes by {@link ClassRef}, since the file that contains the text decides which classes it
 * imports.
 *
 * @param pieces text and classes, in order
 */
record Code(List<Object> pieces) {

    static final Code EMPTY = new Code(List.of());

    /**
     * Returns text with arguments in place of its marks: {@code $T} is a class or a type, {@code $S} a string literal,
     * {@code $L} other text.
     */
    static Code of(String format, Object... arguments) {
        List<Object> pieces = new ArrayList<>();
        int argument = 0;
        int start = 0;
        for (int mark = format.indexOf('$'); mark >= 0; mark = format.indexOf('$', start)) {
            if (mark > start) {
                pieces.add(format.substring(start, mark));
            }
            add(pieces, format.charAt(mark + 1), arguments[argument++]);
            start = mark + 2;
        }
        if (start < format.length()) {
            pieces.add(format.substring(start));
        }
        return new Code(pieces);
    }

    private static void add(List<Object> pieces, char mark, Object argument) {
        if (mark == 'S') {
            pieces.add(literal((String) argument));
        } else if (argument instanceof Code code) {
            pieces.addAll(code.pieces);
        } else if (argument instanceof Class<?> type) {
            pieces.add(ClassRef.of(type));
        } else if (argument instanceof TypeElement type) {
            pieces.add(ClassRef.of(type));
        } else if (argument instanceof TypeMirror type) {
            addType(pieces, type);
        } else {
            pieces.add(mark == 'T' ? argument : argument.toString());
        }
    }

    /** Returns a type, with its type arguments and without annotations. */
    static Code type(TypeMirror type) {
        List<Object> pieces = new ArrayList<>();
        addType(pieces, type);
        return new Code(pieces);
    }

    /** Returns the name of the class of a type, without type arguments. */
    static Code erased(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return Code.of("$L[]", erased(array.getComponentType()));
        }
        return type instanceof DeclaredType declared ? Code.of("$T", (TypeElement) declared.asElement()) : type(type);
    }

    private static void addType(List<Object> pieces, TypeMirror type) {
        if (type instanceof PrimitiveType) {
            pieces.add(type.getKind().name().toLowerCase(Locale.ROOT));
        } else if (type instanceof ArrayType array) {
            addType(pieces, array.getComponentType());
            pieces.add("[]");
        } else if (type instanceof WildcardType wildcard) {
            addWildcard(pieces, wildcard);
        } else if (type instanceof DeclaredType declared) {
            addDeclared(pieces, declared);
        } else {
            pieces.add(type.toString());
        }
    }

    private static void addDeclared(List<Object> pieces, DeclaredType type) {
        Optional<DeclaredType> outer = JavaModel.outer(type).filter(JavaModel::isParameterized);
        if (outer.isPresent()) {
            addDeclared(pieces, outer.get());
            pieces.add("." + type.asElement().getSimpleName());
        } else {
            pieces.add(ClassRef.of((TypeElement) type.asElement()));
        }
        String before = "<";
        for (TypeMirror argument : type.getTypeArguments()) {
            pieces.add(before);
            addType(pieces, argument);
            before = ", ";
        }
        if (!type.getTypeArguments().isEmpty()) {
            pieces.add(">");
        }
    }

    private static void addWildcard(List<Object> pieces, WildcardType type) {
        if (type.getExtendsBound() != null) {
            pieces.add("? extends ");
            addType(pieces, type.getExtendsBound());
        } else if (type.getSuperBound() != null) {
            pieces.add("? super ");
            addType(pieces, type.getSuperBound());
        } else {
            pieces.add("?");
        }
    }

    /** Joins several pieces of code. */
    static Collector<Code, ?, Code> joining(String separator) {
        return Collectors.collectingAndThen(Collectors.toList(), parts -> joined(separator, parts));
    }

    private static Code joined(String separator, Collection<Code> parts) {
        List<Object> pieces = new ArrayList<>();
        for (Code part : parts) {
            if (!pieces.isEmpty()) {
                pieces.add(separator);
            }
            pieces.addAll(part.pieces);
        }
        return new Code(pieces);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                // The encoding of the generated file may lack any other character.
                default -> literal.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return literal.append('"').toString();
    }
}
