package dev.kindred.processor;

import dev.kindred.internal.model.StoredColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;

/** Reads the attributes of {@code @Column} that only a schema uses. */
final class StorageReader {

    private static final Set<String> NUMBERS = Set.of(BigDecimal.class.getName(), BigInteger.class.getName());

    private final DeclaredEntity shape;
    private final Problems problems;

    StorageReader(DeclaredEntity shape, Problems problems) {
        this.shape = shape;
        this.problems = problems;
    }

    /** Returns the {@code StoredColumn}, as an expression, or empty code if nothing is set. */
    Code read(Member member) {
        List<Code> steps = new ArrayList<>();
        size(member).ifPresent(steps::add);
        for (String attribute : List.of("defaultValue", "check", "comment")) {
            String text = member.columnText(attribute);
            if (text.indexOf('\0') >= 0) {
                problems.add(member, Annotations.COLUMN, SchemaMessages.nul(where(member), attribute));
            } else if (!text.isBlank()) {
                steps.add(Code.of(".$L($S)", attribute, text));
            }
        }
        return steps.isEmpty()
                ? Code.EMPTY
                : Code.of("$T.PLAIN$L", StoredColumn.class, steps.stream().collect(Code.joining("")));
    }

    private Optional<Code> size(Member member) {
        int length = member.columnNumber("length");
        int precision = member.columnNumber("precision");
        int scale = member.columnNumber("scale");
        if (length < 0 || precision < 0 || scale < 0 || scale > precision) {
            problems.add(member, Annotations.COLUMN, SchemaMessages.range(where(member)));
        } else if (length > 0 && !mayBe(member, isText(member))) {
            problems.add(member, Annotations.COLUMN, SchemaMessages.length(where(member), member.type()));
        } else if (precision > 0 && !mayBe(member, NUMBERS.contains(JavaModel.qualifiedName(member.type())))) {
            problems.add(member, Annotations.COLUMN, SchemaMessages.precision(where(member), member.type()));
        } else if (length > 0) {
            return Optional.of(Code.of(".length($L)", length));
        } else if (precision > 0) {
            return Optional.of(Code.of(".precision($L, $L)", precision, scale));
        }
        return Optional.empty();
    }

    /** The database type of a codec is checked when the schema is created. */
    private static boolean mayBe(Member member, boolean fits) {
        return member.columnText("type").isEmpty() && (fits || member.codec().isPresent());
    }

    private static boolean isText(Member member) {
        return JavaModel.qualifiedName(member.type()).equals(String.class.getName())
                || (member.type() instanceof DeclaredType declared
                        && declared.asElement().getKind() == ElementKind.ENUM);
    }

    private String where(Member member) {
        return shape.name() + "." + member.name();
    }
}
