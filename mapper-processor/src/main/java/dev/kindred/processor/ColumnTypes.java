package dev.kindred.processor;

import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the constant or method of {@link SqlTypes} for a Java type. */
final class ColumnTypes {

    private static final Map<String, String> CONSTANTS = Map.ofEntries(
            constant(Boolean.class, "BOOLEAN"),
            constant(Byte.class, "BYTE"),
            constant(Short.class, "SHORT"),
            constant(Integer.class, "INTEGER"),
            constant(Long.class, "LONG"),
            constant(Float.class, "FLOAT"),
            constant(Double.class, "DOUBLE"),
            constant(Character.class, "CHARACTER"),
            constant(String.class, "STRING"),
            constant(BigDecimal.class, "BIG_DECIMAL"),
            constant(BigInteger.class, "BIG_INTEGER"),
            constant(UUID.class, "UUID"),
            constant(LocalDate.class, "LOCAL_DATE"),
            constant(LocalTime.class, "LOCAL_TIME"),
            constant(OffsetTime.class, "OFFSET_TIME"),
            constant(LocalDateTime.class, "LOCAL_DATE_TIME"),
            constant(Instant.class, "INSTANT"),
            constant(OffsetDateTime.class, "OFFSET_DATE_TIME"),
            constant(ZonedDateTime.class, "ZONED_DATE_TIME"),
            constant(Year.class, "YEAR"),
            constant(YearMonth.class, "YEAR_MONTH"),
            constant(MonthDay.class, "MONTH_DAY"),
            constant(ZoneId.class, "ZONE_ID"),
            constant(ZoneOffset.class, "ZONE_OFFSET"),
            constant(Duration.class, "DURATION"),
            constant(Period.class, "PERIOD"));

    private final JavaModel java;

    ColumnTypes(JavaModel java) {
        this.java = java;
    }

    /**
     * Returns the {@code SqlType} of a type with built-in support.
     *
     * @param databaseType the PostgreSQL type of a value or of the elements, or an empty text for the default
     */
    Optional<Code> find(TypeMirror type, String databaseType) {
        TypeMirror boxed = java.boxed(type);
        String elementType = elementType(type, databaseType);
        if (isArray(boxed)) {
            ArrayType array = (ArrayType) boxed;
            return scalar(java.boxed(array.getComponentType()), elementType)
                    .map(element -> Code.of("$T.array($L, $T.class)", SqlTypes.class, element, Code.type(type)));
        }
        if (JavaModel.qualifiedName(boxed).equals(List.class.getName())) {
            return JavaModel.arguments(boxed).stream()
                    .findFirst()
                    .flatMap(argument -> scalar(argument, elementType)
                            .map(element -> Code.of("$T.<$T>list($L)", SqlTypes.class, Code.type(argument), element)));
        }
        return scalar(boxed, databaseType);
    }

    /** Returns the element type of the column type of an array or a list, and any other column type unchanged. */
    static String elementType(TypeMirror type, String databaseType) {
        boolean hasElements = isArray(type) || JavaModel.qualifiedName(type).equals(List.class.getName());
        return hasElements && databaseType.endsWith("[]")
                ? databaseType.substring(0, databaseType.length() - 2)
                : databaseType;
    }

    private static boolean isArray(TypeMirror type) {
        return type instanceof ArrayType array && array.getComponentType().getKind() != TypeKind.BYTE;
    }

    /** Returns the conditions that a column of a built-in type supports. */
    MappedType.Kind kind(TypeMirror type) {
        String name = JavaModel.qualifiedName(java.boxed(type));
        if (name.equals(String.class.getName())) {
            return MappedType.Kind.TEXT;
        }
        if (name.equals(Boolean.class.getName()) || !CONSTANTS.containsKey(name)) {
            return MappedType.Kind.PLAIN;
        }
        boolean isNumber = name.startsWith("java.math.")
                || (name.startsWith("java.lang.") && !name.equals(Character.class.getName()));
        return isNumber ? MappedType.Kind.NUMBER : MappedType.Kind.COMPARABLE;
    }

    private static Optional<Code> scalar(TypeMirror type, String databaseType) {
        if (type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM) {
            Code name = Code.type(type);
            return Optional.of(
                    databaseType.isEmpty()
                            ? Code.of("$T.<$T>enumAsText($T.class)", SqlTypes.class, name, name)
                            : Code.of("$T.<$T>enumAs($T.class, $S)", SqlTypes.class, name, name, databaseType));
        }
        boolean isBytes =
                type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE;
        String constant = isBytes ? "BYTES" : CONSTANTS.get(JavaModel.qualifiedName(type));
        return Optional.ofNullable(constant)
                .map(name -> Code.of("$T.$L", SqlTypes.class, name))
                .map(base -> databaseType.isEmpty()
                        ? base
                        : Code.of("$T.<$T>named($L, $S)", SqlTypes.class, Code.type(type), base, databaseType));
    }

    private static Map.Entry<String, String> constant(Class<?> type, String name) {
        return Map.entry(type.getName(), name);
    }
}
