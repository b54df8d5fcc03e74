package dev.kindred.processor;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Checks the annotations of the members of an entity against their types and against each other. */
final class MemberChecks {

    private static final Set<String> COUNTERS =
            Set.of(Long.class.getName(), Integer.class.getName(), Short.class.getName());
    private static final Set<String> TIMES = Set.of(
            Instant.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName(),
            LocalDateTime.class.getName());

    private static final Set<String> TENANTS =
            Set.of(Long.class.getName(), Integer.class.getName(), String.class.getName(), UUID.class.getName());

    private static final List<String> TIMES_OF =
            List.of(Annotations.CREATED_AT, Annotations.UPDATED_AT, Annotations.SOFT_DELETE);
    /** The members that the mapper writes, each at another moment. */
    private static final List<String> OF_THE_MAPPER = List.of(
            Annotations.VERSION,
            Annotations.CREATED_AT,
            Annotations.UPDATED_AT,
            Annotations.CREATED_BY,
            Annotations.UPDATED_BY,
            Annotations.SOFT_DELETE,
            Annotations.TENANT_ID);

    private final JavaModel java;
    private final DeclaredEntity shape;
    private final Problems problems;

    MemberChecks(JavaModel java, DeclaredEntity shape, Problems problems) {
        this.java = java;
        this.shape = shape;
        this.problems = problems;
    }

    void check() {
        shape.members().forEach(this::checkExclusion);
        shape.columns().forEach(this::checkTypes);
        checkOnlyOne(Annotations.VERSION);
        checkOnlyOne(Annotations.SOFT_DELETE);
        checkOnlyOne(Annotations.TENANT_ID);
        checkColumns();
    }

    private void checkExclusion(Member member) {
        List<String> relations = member.those(Annotations.OF_RELATIONS);
        List<String> absent = member.those(List.of(Annotations.TRANSIENT));
        List<String> columns = member.those(Annotations.OF_COLUMNS);
        List<String> kinds =
                Stream.of(relations, absent, columns).flatMap(List::stream).toList();
        boolean excluded =
                relations.size() + absent.size() > 1 || (columns.size() < kinds.size() && !columns.isEmpty());
        if (excluded) {
            String one = Annotations.written(kinds.get(0));
            String other = Annotations.written(kinds.get(1));
            problems.add(member, kinds.get(0), EntityMessages.conflict(where(member), one, other));
        }
        List<String> written = new ArrayList<>(member.those(OF_THE_MAPPER));
        if (!written.isEmpty()) {
            written.addAll(member.those(List.of(Annotations.ID, Annotations.READ_ONLY)));
        }
        for (String other : written.stream().skip(1).toList()) {
            String one = Annotations.written(written.get(0));
            problems.add(member, other, EntityMessages.conflict(where(member), one, Annotations.written(other)));
        }
    }

    private void checkTypes(Member member) {
        String type = JavaModel.qualifiedName(java.boxed(member.type()));
        if (member.has(Annotations.VERSION) && !COUNTERS.contains(type)) {
            problems.add(member, Annotations.VERSION, EntityMessages.versionType(where(member), member.type()));
        }
        if (member.has(Annotations.VERSION) && member.codec().isPresent()) {
            problems.add(member, Annotations.COLUMN, EntityMessages.versionCodec(where(member)));
        }
        boolean isTenant = TENANTS.contains(type)
                && !member.type().getKind().isPrimitive()
                && member.codec().isEmpty();
        if (member.has(Annotations.TENANT_ID) && !isTenant) {
            problems.add(member, Annotations.TENANT_ID, EntityMessages.tenantType(where(member), member.type()));
        }
        boolean isTime = TIMES.contains(type);
        if (member.has(Annotations.SOFT_DELETE) && isTime && !member.isNullable()) {
            problems.add(member, Annotations.SOFT_DELETE, EntityMessages.deletedNeverNull(where(member)));
        }
        for (String annotation : member.those(TIMES_OF)) {
            if (!isTime) {
                String written = Annotations.written(annotation);
                problems.add(member, annotation, EntityMessages.timeType(where(member), written, member.type()));
            }
        }
    }

    private void checkOnlyOne(String annotation) {
        List<Member> marked = shape.columns().stream()
                .filter(member -> member.has(annotation))
                .toList();
        for (Member member : marked.stream().skip(1).toList()) {
            String first = marked.get(0).name();
            problems.add(
                    member, annotation, EntityMessages.twice(where(member), Annotations.written(annotation), first));
        }
    }

    private void checkColumns() {
        Map<String, Member> members = new HashMap<>();
        for (Member member : shape.columns()) {
            String column = ColumnMemberReader.column(member);
            if (!Naming.isIdentifier(column)) {
                problems.add(member, Annotations.COLUMN, EntityMessages.name(where(member), "column", column));
            }
            Member other = members.putIfAbsent(column, member);
            if (other != null) {
                String message = EntityMessages.sameColumn(where(member), column, other.name());
                problems.add(member, Annotations.COLUMN, message);
            }
        }
    }

    private String where(Member member) {
        return shape.name() + "." + member.name();
    }
}
