package dev.kindred.processor;

import org.junit.jupiter.api.Test;

final class RelationErrorTests {

    private static final String PROFILE = """
            @Table
            public record Profile(@Id Long id, Long userId, String name, @Transient Long ownerId) {}
            """;

    @Test
    void aRelationIsAMonoOfAnEntity() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @SuppressWarnings("rawtypes") @HasOne Mono raw, // error: User.raw: a member marked @HasOne must have the type Mono of an entity, such as Mono<Profile>, but the type is Mono. Change the type, or remove @HasOne.
                        @HasOne Mono<String> string, // error: User.string: a member marked @HasOne must have the type Mono of an entity, such as Mono<Profile>, but the type is Mono<String>. Change the type, or remove @HasOne.
                        @HasOne Mono<?> any, // error: User.any: a member marked @HasOne must have the type Mono of an entity, such as Mono<Profile>, but the type is Mono<?>. Change the type, or remove @HasOne.
                        @HasOne Mono<? extends Profile> wildcard, // error: User.wildcard: a member marked @HasOne must have the type Mono of an entity, such as Mono<Profile>, but the type is Mono<? extends Profile>. Change the type, or remove @HasOne.
                        @HasOne Flux<Profile> flux, // error: User.flux: a member marked @HasOne must have the type Mono of an entity, such as Mono<Profile>, but the type is Flux<Profile>. Change the type, or remove @HasOne.
                        @HasOne Optional<Profile> optional, // error: User.optional: a member marked @HasOne must have the type Mono of an entity, such as Mono<Profile>, but the type is Optional<Profile>. Change the type, or remove @HasOne.
                        @BelongsTo Profile plain, // error: User.plain: a member marked @BelongsTo must have the type Mono of an entity, such as Mono<Profile>, but the type is Profile. Change the type, or remove @BelongsTo.
                        @BelongsTo Mono<Profile>[] array, // error: User.array: a member marked @BelongsTo must have the type Mono of an entity, such as Mono<Profile>, but the type is Mono<Profile>[]. Change the type, or remove @BelongsTo.
                        @BelongsTo long number) {} // error: User.number: a member marked @BelongsTo must have the type Mono of an entity, such as Mono<Profile>, but the type is long. Change the type, or remove @BelongsTo.
                """, PROFILE);
    }

    @Test
    void theRelatedClassIsAnEntity() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasOne Mono<Plain> plain, // error: User.plain: @HasOne refers to Plain, which is not an entity. Mark Plain with @Table, or write Mono<..> of an entity.
                        @HasOne Mono<Broken> broken) {} // error: User.broken: @HasOne refers to Broken, which the mapper cannot instantiate. Make Broken a record, or a class with one constructor for all its members.
                """, "public record Plain(@Id Long id) {}", """
                @Table
                public interface Broken {} // error: Broken: @Table marks a type that the mapper cannot instantiate. An entity is a record, or a class with one constructor whose parameters have the names of its fields or accessors.
                """);
    }

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

    @Test
    void aProblemOfAClassIsShownWhereTheAnnotationStands() {
        Compile.check("""
                @Table
                public class User {
                    @Id final Long id;
                    @HasOne(foreignKey = "nope") // error: User.onField: @HasOne needs the member 'nope' of Profile as its foreignKey, but Profile has no column member of that name. It has: id, userId, name. Did you mean 'name'? Add 'nope' of type Long to Profile, or name another member with @HasOne(foreignKey = "..").
                    final Mono<Profile> onField;
                    final Mono<Profile> onParameter;

                    public User(
                            Long id,
                            Mono<Profile> onField,
                            @HasOne(foreignKey = "neither") // error: User.onParameter: @HasOne needs the member 'neither' of Profile as its foreignKey, but Profile has no column member of that name. It has: id, userId, name. Add 'neither' of type Long to Profile, or name another member with @HasOne(foreignKey = "..").
                            Mono<Profile> onParameter) {
                        this.id = id;
                        this.onField = onField;
                        this.onParameter = onParameter;
                    }
                }
                """, PROFILE);
    }

    @Test
    void aScopeIsAConstructibleClassForRowsOfTheRelatedEntity() {
        Compile.check(
                """
                @Table
                public record User(
                        @Id Long id,
                        @HasOne(scope = String.class) // error: User.text: the scope String is not a RelationScope. Name a class that implements RelationScope<Profile>.
                        Mono<Profile> text,
                        @HasOne(scope = int.class) // error: User.number: the scope int is not a RelationScope. Name a class that implements RelationScope<Profile>.
                        Mono<Profile> number,
                        @HasOne(scope = OfUsers.class) // error: User.other: the scope OfUsers is for rows of User, but the relation refers to Profile. Make it implement RelationScope<Profile>.
                        Mono<Profile> other,
                        @HasOne(scope = Hidden.class) // error: User.hidden: the scope Hidden cannot be instantiated. Make it a class that is not abstract, generic, private or inner, with a visible constructor without parameters and without checked exceptions.
                        Mono<Profile> hidden,
                        @HasOne(scope = Demanding.class) // error: User.demanding: the scope Demanding cannot be instantiated. Make it a class that is not abstract, generic, private or inner, with a visible constructor without parameters and without checked exceptions.
                        Mono<Profile> demanding,
                        @HasOne(scope = Vague.class) // error: User.vague: the scope Vague cannot be instantiated. Make it a class that is not abstract, generic, private or inner, with a visible constructor without parameters and without checked exceptions.
                        Mono<Profile> vague) {}
                """,
                PROFILE,
                """
                public class OfUsers implements dev.kindred.model.RelationScope<User> {
                    @Override
                    public dev.kindred.model.RelatedRows<User> apply(dev.kindred.model.RelatedRows<User> rows) {
                        return rows;
                    }
                }
                """,
                scope("class Hidden", "private Hidden() {}"),
                scope("class Demanding", "public Demanding(int n) {}"),
                scope("abstract class Vague", ""));
    }

    @Test
    void whichOfManyRowsIsMeantIsSaidOnceAndByColumnsOfTheRelatedEntity() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasOne(latestBy = "id", oldestBy = "id") // error: User.both: latestBy and oldestBy cannot be combined. Remove one of them.
                        Mono<Profile> both,
                        @HasOne(latestBy = {"id", "userID"}) // error: User.latest: @HasOne needs the member 'userID' of Profile as its latestBy, but Profile has no column member of that name. It has: id, userId, name. Did you mean 'userId'? Add 'userID' to Profile, or name another member with @HasOne(latestBy = "..").
                        Mono<Profile> latest) {}
                """, PROFILE);
    }

    @Test
    void oneOfManyRowsIsNotPickedByAUniqueKey() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasOne(latestBy = "id") // error: User.card: latestBy picks one of many rows, but @Column(unique = true) on Card.userId allows only one row. Remove one of them.
                        Mono<Card> card,
                        @HasOne(foreignKey = "ownerId", oldestBy = "id")
                        Mono<Card> first) {}
                """, """
                @Table
                public record Card(@Id Long id, @Column(unique = true) Long userId, Long ownerId) {}
                """);
    }

    private static String scope(String declaration, String constructor) {
        return "public " + declaration + """
                 implements dev.kindred.model.RelationScope<Profile> {
                    %s

                    @Override
                    public dev.kindred.model.RelatedRows<Profile> apply(dev.kindred.model.RelatedRows<Profile> rows) {
                        return rows;
                    }
                }
                """.formatted(constructor);
    }

    @Test
    void metaIsPairsWithDifferentKeys() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasOne(meta = "label") // error: User.one: 'label' in meta is not a pair. Write "key=value".
                        Mono<Profile> one,
                        @HasOne(meta = {"=value", " =x"}) // error: User.two: '=value' in meta is not a pair. Write "key=value". // error: User.two: ' =x' in meta is not a pair. Write "key=value".
                        Mono<Profile> two,
                        @HasOne(meta = {"a=b", "a=c"}) // error: User.three: meta has the key 'a' twice. Remove one pair.
                        Mono<Profile> three) {}
                """, PROFILE);
    }

    @Test
    void anOwnerThatIsTouchedHasATimeOfItsLastChange() {
        Compile.check("""
                @Table
                public record Photo(
                        @Id Long id,
                        Long profileId,
                        @BelongsTo(touch = true) // error: Photo.profile: @BelongsTo(touch = true) writes the @UpdatedAt member of Profile, which has none. Mark a member of Profile with @UpdatedAt, such as @UpdatedAt Instant updatedAt, or remove touch.
                        Mono<Profile> profile) {}
                """, PROFILE);
    }

    @Test
    void anEntityThatTouchesHasAnId() {
        Compile.check("""
                @Table
                public record Line(
                        Long orderId,
                        @BelongsTo(touch = true) // error: Line.order: @BelongsTo(touch = true) uses the primary key of Line to find the previous owner of a row, but Line has no @Id. Mark a member of Line with @Id, or remove touch.
                        Mono<Order> order) {}
                """, """
                @Table
                public record Order(@Id Long id, @UpdatedAt java.time.Instant changed) {}
                """);
    }
}
