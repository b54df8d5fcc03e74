package dev.kindred.processor;

import org.junit.jupiter.api.Test;

final class RelationKeyErrorTests {

    private static final String PROFILE = """
            @Table
            public record Profile(@Id Long id, Long userId, String name, @Transient Long ownerId) {}
            """;

    @Test
    void theLocalKeyIsAMemberOfTheParent() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        String email,
                        @HasOne(localKey = "emial", foreignKey = "name") // error: User.profile: @HasOne needs the member 'emial' of User as its localKey, but User has no column member of that name. It has: id, email. Did you mean 'email'? Add 'emial' to User, or name another member with @HasOne(localKey = "..").
                        Mono<Profile> profile) {}
                """, PROFILE);
    }

    @Test
    void theForeignKeyIsAMemberOfTheChild() {
        Compile.check("""
                @Table
                public record Owner(
                        @Id Long id,
                        @HasOne // error: Owner.byDefault: @HasOne needs the member 'ownerId' of Profile as its foreignKey, but Profile has no column member of that name. It has: id, userId, name. Add 'ownerId' of type Long to Profile, or name another member with @HasOne(foreignKey = "..").
                        Mono<Profile> byDefault,
                        @HasOne(foreignKey = "user_id") // error: Owner.named: @HasOne needs the member 'user_id' of Profile as its foreignKey, but Profile has no column member of that name. It has: id, userId, name. Did you mean 'userId'? Add 'user_id' of type Long to Profile, or name another member with @HasOne(foreignKey = "..").
                        Mono<Profile> named) {}
                """, PROFILE);
    }

    @Test
    void theForeignKeyIsAMemberOfTheEntityThatBelongs() {
        Compile.check("""
                @Table
                public record Book(
                        @Id Long id,
                        @BelongsTo // error: Book.author: @BelongsTo needs the member 'authorId' of Book as its foreignKey, but Book has no column member of that name. It has: id. Add 'authorId' of type Long to Book, or name another member with @BelongsTo(foreignKey = "..").
                        Mono<Profile> author,
                        @BelongsTo(foreignKey = "authorId", ownerKey = "key") // error: Book.named: @BelongsTo needs the member 'key' of Profile as its ownerKey, but Profile has no column member of that name. It has: id, userId, name. Add 'key' to Profile, or name another member with @BelongsTo(ownerKey = ".."). // error: Book.named: @BelongsTo needs the member 'authorId' of Book as its foreignKey, but Book has no column member of that name. It has: id. Add 'authorId' to Book, or name another member with @BelongsTo(foreignKey = "..").
                        Mono<Profile> named) {}
                """, PROFILE);
    }

    @Test
    void theKeyOfAnEntityIsNotTakenForAReference() {
        Compile.check("""
                @Table
                public record Employee(
                        @Id Long employeeId,
                        @HasOne // error: Employee.report: @HasOne needs the member 'employeeEmployeeId' of Employee as its foreignKey, but Employee has no column member of that name. It has: employeeId. Add 'employeeEmployeeId' of type Long to Employee, or name another member with @HasOne(foreignKey = "..").
                        Mono<Employee> report,
                        @BelongsTo // error: Employee.manager: @BelongsTo needs the member 'managerEmployeeId' of Employee as its foreignKey, but Employee has no column member of that name. It has: employeeId. Add 'managerEmployeeId' of type Long to Employee, or name another member with @BelongsTo(foreignKey = "..").
                        Mono<Employee> manager,
                        @HasOne // error: Employee.extra: @HasOne needs the member 'employeeEmployeeId' of Extra as its foreignKey, but Extra has no column member of that name. It has: employeeId. Add 'employeeEmployeeId' of type Long to Extra, or name another member with @HasOne(foreignKey = "..").
                        Mono<Extra> extra) {}
                """, """
                @Table
                public record Extra(@Id Long employeeId) {}
                """);
    }

    @Test
    void aDefaultNeedsAnId() {
        Compile.check("""
                @Table
                public record User(
                        Long id,
                        @HasOne // error: User.profile: @HasOne uses the primary key of User, which has no @Id. Mark a member of User with @Id, or name key members with @HasOne(localKey = "..").
                        Mono<Profile> profile,
                        @HasOne(localKey = "id", foreignKey = "userId")
                        Mono<Profile> named) {}
                """, PROFILE);
    }

    @Test
    void keysHaveTheSameLength() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long tenant,
                        @Id Long id,
                        @HasOne(foreignKey = "userId") // error: User.profile: the keys of @HasOne have different numbers of members: the foreignKey of Profile is [userId], the other side is [tenant, id]. Name the same number of members on both sides, in the same order.
                        Mono<Profile> profile) {}
                """, PROFILE);
    }

    @Test
    void keysHaveTypesThatCanBeEqual() {
        Compile.check("""
                @Table
                public record User(
                        @Id UUID id,
                        String login,
                        @HasOne // error: User.profile: the keys of @HasOne have types that cannot be equal: the foreignKey is Profile.userId (Long), the other side is User.id (UUID). The types byte, short, int and long match each other, and so do BigInteger and BigDecimal. Give both members the same type.
                        Mono<Profile> profile,
                        @HasOne(localKey = {"login", "id"}, foreignKey = {"name", "id"}) // error: User.composite: the keys of @HasOne have types that cannot be equal: the foreignKey is Profile.id (Long), the other side is User.id (UUID). The types byte, short, int and long match each other, and so do BigInteger and BigDecimal. Give both members the same type.
                        Mono<Profile> composite) {}
                """, PROFILE);
    }

    @Test
    void numbersMatchWithinTheirFamily() {
        Compile.check("""
                @Table
                public record Numbers(
                        @Id byte id,
                        Short small,
                        int number,
                        Long large,
                        java.math.BigInteger integer,
                        java.math.BigDecimal decimal,
                        double real,
                        @BelongsTo(foreignKey = "small", ownerKey = "id") Mono<Numbers> a,
                        @BelongsTo(foreignKey = "number", ownerKey = "small") Mono<Numbers> b,
                        @BelongsTo(foreignKey = "large", ownerKey = "number") Mono<Numbers> c,
                        @BelongsTo(foreignKey = "integer", ownerKey = "decimal") Mono<Numbers> d,
                        @BelongsTo(foreignKey = "large", ownerKey = "integer") // error: Numbers.e: the keys of @BelongsTo have types that cannot be equal: the foreignKey is Numbers.large (Long), the other side is Numbers.integer (BigInteger). The types byte, short, int and long match each other, and so do BigInteger and BigDecimal. Give both members the same type.
                        Mono<Numbers> e,
                        @BelongsTo(foreignKey = "real", ownerKey = "decimal") // error: Numbers.f: the keys of @BelongsTo have types that cannot be equal: the foreignKey is Numbers.real (double), the other side is Numbers.decimal (BigDecimal). The types byte, short, int and long match each other, and so do BigInteger and BigDecimal. Give both members the same type.
                        Mono<Numbers> f) {}
                """);
    }

    @Test
    void aKeyIsASingleValue() {
        Compile.check("""
                @Table
                public record Tags(
                        @Id byte[] id,
                        List<String> list,
                        String[] array,
                        @Json Map<String, String> document,
                        @BelongsTo(foreignKey = "id", ownerKey = "id") Mono<Tags> bytes,
                        @BelongsTo(foreignKey = "list", ownerKey = "list") // error: Tags.a: the key of @BelongsTo is a list, an array or a JSON document: the foreignKey is Tags.list (List<String>), the other side is Tags.list (List<String>). Use key members that hold a single value.
                        Mono<Tags> a,
                        @BelongsTo(foreignKey = "array", ownerKey = "array") // error: Tags.b: the key of @BelongsTo is a list, an array or a JSON document: the foreignKey is Tags.array (String[]), the other side is Tags.array (String[]). Use key members that hold a single value.
                        Mono<Tags> b,
                        @BelongsTo(foreignKey = "document", ownerKey = "document") // error: Tags.c: the key of @BelongsTo is a list, an array or a JSON document: the foreignKey is Tags.document (Map<String, String>), the other side is Tags.document (Map<String, String>). Use key members that hold a single value.
                        Mono<Tags> c) {}
                """);
    }

    @Test
    void keysAreStoredAlike() {
        Compile.check("""
                @Table
                public record Move(
                        @Id @Column(codec = Negated.class) Long id,
                        @Column(codec = Negated.class) Long same,
                        Long plain,
                        Side text,
                        @Column(type = "side") Side own,
                        @BelongsTo(foreignKey = "same", ownerKey = "id") Mono<Move> a,
                        @BelongsTo(foreignKey = "plain", ownerKey = "id") // error: Move.b: the keys of @BelongsTo have the same Java type but different column types: the foreignKey is Move.plain (Long), the other side is Move.id (Long). Give both columns the same codec, and enums the same type.
                        Mono<Move> b,
                        @BelongsTo(foreignKey = "own", ownerKey = "text") // error: Move.c: the keys of @BelongsTo have the same Java type but different column types: the foreignKey is Move.own (Side), the other side is Move.text (Side). Give both columns the same codec, and enums the same type.
                        Mono<Move> c,
                        @BelongsTo(foreignKey = "own", ownerKey = "own") Mono<Move> d) {}
                """, "public enum Side { LEFT, RIGHT }", """
                public final class Negated implements dev.kindred.type.Codec<Long, Long> {
                    public Negated() {}
                    public Long encode(Long value) { return -value; }
                    public Long decode(Long value) { return -value; }
                }
                """);
    }
}
