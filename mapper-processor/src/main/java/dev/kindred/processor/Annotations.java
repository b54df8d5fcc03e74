package dev.kindred.processor;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.BelongsToOneOf;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.CreatedAt;
import dev.kindred.annotation.CreatedBy;
import dev.kindred.annotation.DefaultCodec;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Json;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.ReadOnly;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.TenantId;
import dev.kindred.annotation.Through;
import dev.kindred.annotation.Transient;
import dev.kindred.annotation.UpdatedAt;
import dev.kindred.annotation.UpdatedBy;
import dev.kindred.annotation.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** Reads annotations from the compiler. The classes that they name may still be uncompiled. */
final class Annotations {

    static final String TABLE = Table.class.getName();
    static final String COLUMN = Column.class.getName();
    static final String DEFAULT_CODEC = DefaultCodec.class.getName();
    static final String DEFAULT_CODECS = DefaultCodec.List.class.getCanonicalName();
    static final String ID = Id.class.getName();
    static final String GENERATED_VALUE = GeneratedValue.class.getName();
    static final String VERSION = Version.class.getName();
    static final String CREATED_AT = CreatedAt.class.getName();
    static final String UPDATED_AT = UpdatedAt.class.getName();
    static final String CREATED_BY = CreatedBy.class.getName();
    static final String UPDATED_BY = UpdatedBy.class.getName();
    static final String SOFT_DELETE = SoftDelete.class.getName();
    static final String READ_ONLY = ReadOnly.class.getName();
    static final String TENANT_ID = TenantId.class.getName();
    static final String JSON = Json.class.getName();
    static final String TRANSIENT = Transient.class.getName();
    static final String HAS_ONE = HasOne.class.getName();
    static final String HAS_MANY = HasMany.class.getName();
    static final String BELONGS_TO = BelongsTo.class.getName();
    static final String BELONGS_TO_ONE_OF = BelongsToOneOf.class.getName();

    static final String MANY_TO_MANY = ManyToMany.class.getName();
    static final String THROUGH = Through.class.getName();

    static final List<String> OF_RELATIONS =
            List.of(HAS_ONE, HAS_MANY, BELONGS_TO, BELONGS_TO_ONE_OF, MANY_TO_MANY, THROUGH);
    static final List<String> OF_MANY_ROWS = List.of(HAS_MANY, MANY_TO_MANY, THROUGH);
    static final List<String> OF_CHILDREN = List.of(HAS_ONE, HAS_MANY);
    static final List<String> OF_COLUMNS = List.of(
            COLUMN,
            ID,
            GENERATED_VALUE,
            VERSION,
            CREATED_AT,
            UPDATED_AT,
            CREATED_BY,
            UPDATED_BY,
            SOFT_DELETE,
            READ_ONLY,
            TENANT_ID,
            JSON);

    private Annotations() {}

    static Optional<AnnotationMirror> find(AnnotatedConstruct construct, String annotation) {
        for (AnnotationMirror mirror : construct.getAnnotationMirrors()) {
            if (typeOf(mirror).getQualifiedName().contentEquals(annotation)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** Returns whether an annotation called {@code Nullable} is present, of any package. */
    static boolean isNullable(AnnotatedConstruct construct) {
        return construct.getAnnotationMirrors().stream()
                .anyMatch(mirror -> typeOf(mirror).getSimpleName().contentEquals("Nullable"));
    }

    /** Returns a text attribute, or an empty text if it is not set. */
    static String text(AnnotationMirror mirror, String attribute) {
        return value(mirror, attribute).map(String::valueOf).orElse("");
    }

    /** Returns the texts of an attribute, or an empty list if it is not set. */
    static List<String> texts(AnnotationMirror mirror, String attribute) {
        return value(mirror, attribute).stream()
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .map(item -> String.valueOf(item instanceof AnnotationValue nested ? nested.getValue() : item))
                .toList();
    }

    /** Returns the value of an attribute, if it is set. */
    static Optional<Object> value(AnnotationMirror mirror, String attribute) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .map(entry -> entry.getValue().getValue())
                .findFirst();
    }

    /** Returns the full name of the type of an annotation. */
    static String name(AnnotationMirror mirror) {
        return typeOf(mirror).getQualifiedName().toString();
    }

    /** Returns whether an annotation belongs on a member. */
    static boolean isOfMember(AnnotationMirror mirror) {
        String name = name(mirror);
        return OF_COLUMNS.contains(name) || OF_RELATIONS.contains(name) || name.equals(TRANSIENT);
    }

    /** Returns the annotation as a user writes it: {@code @HasOne}. */
    static String written(String annotation) {
        return "@" + annotation.substring(annotation.lastIndexOf('.') + 1);
    }

    private static TypeElement typeOf(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }
}
