package dev.kindred.processor;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the column of a member. */
final class ColumnMemberReader {

    private static final Map<String, ColumnTrait> TRAITS = new LinkedHashMap<>();

    static {
        TRAITS.put(Annotations.ID, ColumnTrait.ID);
        TRAITS.put(Annotations.GENERATED_VALUE, ColumnTrait.GENERATED);
        TRAITS.put(Annotations.VERSION, ColumnTrait.VERSION);
        TRAITS.put(Annotations.CREATED_AT, ColumnTrait.CREATED_AT);
        TRAITS.put(Annotations.UPDATED_AT, ColumnTrait.UPDATED_AT);
        TRAITS.put(Annotations.CREATED_BY, ColumnTrait.CREATED_BY);
        TRAITS.put(Annotations.UPDATED_BY, ColumnTrait.UPDATED_BY);
        TRAITS.put(Annotations.SOFT_DELETE, ColumnTrait.SOFT_DELETE);
        TRAITS.put(Annotations.READ_ONLY, ColumnTrait.READ_ONLY);
        TRAITS.put(Annotations.TENANT_ID, ColumnTrait.TENANT);
    }

    private final JavaModel java;
    private final DeclaredEntity shape;
    private final Problems problems;
    private final StorageReader storage;
    private final ColumnTypes columnTypes;
    private final JsonTypes jsonTypes;
    private final CodecTypes codecTypes;

    ColumnMemberReader(JavaModel java, DeclaredEntity shape, Problems problems) {
        this.java = java;
        this.shape = shape;
        this.problems = problems;
        this.storage = new StorageReader(shape, problems);
        this.columnTypes = new ColumnTypes(java);
        this.jsonTypes = new JsonTypes(java);
        this.codecTypes = new CodecTypes(java, columnTypes);
    }

    /** Returns the column, or reports a problem. */
    Optional<Part> read(Member member, String constant) {
        Code stored = storage.read(member);
        return type(member)
                .map(type -> new Part.ColumnPart(member, constant, column(member), type, traits(member), stored));
    }

    static String column(Member member) {
        String column = member.columnText("value");
        return column.isEmpty() ? Naming.snakeCase(member.name()) : column;
    }

    private static List<ColumnTrait> traits(Member member) {
        List<ColumnTrait> traits = new ArrayList<>();
        TRAITS.forEach((annotation, trait) -> {
            if (member.has(annotation)) {
                traits.add(trait);
            }
        });
        if (member.isNullable()) {
            traits.add(ColumnTrait.NULLABLE);
        }
        if (member.columnText("unique").equals("true")) {
            traits.add(ColumnTrait.UNIQUE);
        }
        return List.copyOf(traits);
    }

    private Optional<MappedType> type(Member member) {
        if (java.isHidden(member.type(), shape.type())) {
            problems.add(member, TypeMessages.hidden(where(member), member.type()));
            return Optional.empty();
        }
        if (!isTypeName(member)) {
            return Optional.empty();
        }
        Code boxed = Code.type(java.boxed(member.type()));
        Optional<MemberCodec> codec = member.codec();
        if (codec.isPresent()) {
            return converted(member, codec.get()).map(type -> new MappedType(type, boxed, MappedType.Kind.PLAIN));
        }
        if (member.has(Annotations.JSON)) {
            return json(member).map(type -> new MappedType(type, boxed, MappedType.Kind.PLAIN));
        }
        Optional<Code> known = columnTypes.find(member.type(), member.columnText("type"));
        if (known.isEmpty()) {
            problems.add(member, TypeMessages.unknown(where(member), member.type()));
        }
        return known.map(type -> new MappedType(type, boxed, columnTypes.kind(member.type())));
    }

    /** The type itself reports what is wrong with its name. */
    private boolean isTypeName(Member member) {
        String written = member.columnText("type");
        if (written.isEmpty()) {
            return true;
        }
        try {
            String element = ColumnTypes.elementType(member.type(), written);
            if (KeyTypes.isEnum(member) && member.codec().isEmpty()) {
                SqlTypes.enumAs(ColumnTrait.class, element);
            } else {
                SqlTypes.named(SqlTypes.STRING, element);
            }
            return true;
        } catch (IllegalArgumentException e) {
            problems.add(member, Annotations.COLUMN, TypeMessages.columnType(where(member), e.getMessage()));
            return false;
        }
    }

    private Optional<Code> converted(Member member, MemberCodec codec) {
        if (member.has(Annotations.JSON)) {
            problems.add(member, Annotations.JSON, TypeMessages.jsonWithCodec(where(member)));
            return Optional.empty();
        }
        String where = where(member)
                + codec.origin()
                        .map(origin -> ", by @DefaultCodec of " + DefaultCodecs.written(origin))
                        .orElse("");
        Optional<String> problem = codec.type().isEmpty()
                ? Optional.of(TypeMessages.notACodec(where, codec.name()))
                : codec.type().flatMap(type -> codecTypes.problem(where, member, type));
        if (problem.isPresent()) {
            // the problem of a default codec in this compilation is reported there
            if (codec.origin()
                    .map(Object::toString)
                    .filter(java.refused()::contains)
                    .isEmpty()) {
                problems.add(member, Annotations.COLUMN, problem.get());
            }
            return Optional.empty();
        }
        return codec.type().flatMap(type -> codecTypes.find(member, type));
    }

    private Optional<Code> json(Member member) {
        String databaseType = member.columnText("type");
        if (!Set.of("", "json", "jsonb").contains(databaseType)) {
            problems.add(member, Annotations.COLUMN, TypeMessages.jsonInOther(where(member), databaseType));
            return Optional.empty();
        }
        Optional<Code> type = jsonTypes.find(member.type(), databaseType);
        if (type.isEmpty()) {
            boolean isInner = JavaModel.parts(member.type()).anyMatch(JavaModel::hasParameterizedOuter);
            String message = isInner
                    ? TypeMessages.jsonInner(where(member), member.type())
                    : TypeMessages.jsonArray(where(member), member.type());
            problems.add(member, Annotations.JSON, message);
        }
        return type;
    }

    private String where(Member member) {
        return shape.name() + "." + member.name();
    }
}
