package dev.kindred.processor;

import org.junit.jupiter.api.Test;

final class EntityErrorTests {

    @Test
    void anEntityIsNeitherInterfaceNorEnum() {
        Compile.check("""
                @Table
                public interface Users {} // error: Users: @Table stands on something that cannot be built. An entity is a record, or a class with one constructor whose parameters are named like its fields or accessors.
                """, """
                @Table
                public enum Colour { RED } // error: Colour: @Table stands on something that cannot be built. An entity is a record, or a class with one constructor whose parameters are named like its fields or accessors.
                """);
    }

    @Test
    void anEntityHasNoTypeParameters() {
        Compile.check("""
                @Table
                public record User<T>(@Id Long id) {} // error: User: an entity cannot have type parameters, since a table has one set of column types. Remove them, or write one entity for each type.
                """);
    }

    @Test
    void anEntityIsNotPrivate() {
        Compile.check("""
                public class Outer {
                    private Outer() {}
                    @Table
                    private record User(@Id Long id) {} // error: User: an entity cannot be private or stand in a private class, since the class User_ beside it must see it. Make it at least package-private.
                    private static class Inner {
                        @Table
                        record User(@Id Long id) {} // error: User: an entity cannot be private or stand in a private class, since the class User_ beside it must see it. Make it at least package-private.
                    }
                }
                """);
    }

    @Test
    void anEntityIsNotAbstract() {
        Compile.check("""
                @Table
                public abstract class User { // error: User: an entity cannot be abstract, since the mapper builds it. An entity is a record, or a class with one constructor whose parameters are named like its fields or accessors.
                    final Long id;
                    public User(Long id) { this.id = id; }
                }
                """);
    }

    @Test
    void anEntityIsNotAnInnerClass() {
        Compile.check("""
                public class Outer {
                    private Outer() {}
                    @Table
                    public class User { // error: User: an entity cannot be an inner class, since it would need an instance of the class around it. Make it static, or a record.
                        final Long id;
                        public User(Long id) { this.id = id; }
                    }
                }
                """);
    }

    @Test
    void aClassHasExactlyOneConstructorThatIsNotPrivate() {
        Compile.check("""
                @Table
                public class User { // error: User: the class has 2 constructors that are not private, where exactly one was expected, which takes all members. Make the others private, or write a record.
                    Long id;
                    public User(Long id) { this.id = id; }
                    User() {}
                }
                """, """
                @Table
                public class Hidden { // error: Hidden: the class has no constructor that is not private, where exactly one was expected, which takes all members. Make the others private, or write a record.
                    Long id;
                    private Hidden(Long id) { this.id = id; }
                }
                """);
    }

    @Test
    void aConstructorThrowsNoCheckedException() {
        Compile.check("""
                @Table
                public class User { // error: User: the constructor of an entity cannot throw a checked exception. Throw an unchecked one.
                    final Long id;
                    public User(Long id) throws Exception { this.id = id; }
                }
                """);
    }

    @Test
    void eachParameterIsReadBySomething() {
        Compile.check("""
                @Table
                public class User { // error: User: the constructor takes 'email' but nothing reads it. Add a method String email() or getEmail() that is not private and throws no checked exception, or a field email of type String that is not private. // error: User: the constructor takes 'age' but nothing reads it. Add a method int age() or getAge() that is not private and throws no checked exception, or a field age of type int that is not private.
                    final Long id;
                    private final String email;
                    public User(@Id Long id, String email, int age) { // not the line of the error
                        this.id = id;
                        this.email = email + age;
                    }
                    static int getAge() { return 0; }
                    Optional<String> email() { return Optional.of(email); }
                    private String getEmail() { return email; }
                }
                """);
    }

    @Test
    void anEntityHasAColumn() {
        Compile.check("""
                @Table
                public record User() {} // error: User: the entity has no column. An entity is a record, or a class with one constructor whose parameters are named like its fields or accessors.
                """, """
                @Table
                public record Shadow(@Transient Long id) {} // error: Shadow: the entity has no column. An entity is a record, or a class with one constructor whose parameters are named like its fields or accessors.
                """);
    }

    @Test
    void twoEntitiesDoNotNeedTheSameClass() {
        Compile.check("""
                public class Outer {
                    private Outer() {}
                    @Table
                    public record User(@Id Long id) {}
                }
                """, """
                @Table
                public record Outer_User(@Id Long id) {} // error: Outer_User: the class Outer_User_ exists already, or another entity needs the same name. Rename one of them.
                """);
    }

    @Test
    void namesFitIntoPostgres() {
        String name = "x".repeat(64);
        Compile.check("""
                @Table("%s") // error: Long1: the name of the table is longer than 63 bytes, and PostgreSQL would cut it off: %1$s. Write a shorter one.
                public record Long1(@Id Long id) {}
                """.formatted(name), """
                @Table(schema = "%s") // error: Long2: the name of the schema is longer than 63 bytes, and PostgreSQL would cut it off: %1$s. Write a shorter one.
                public record Long2(@Id Long id) {}
                """.formatted(name), """
                @Table
                public record Long3(
                        @Id Long id,
                        @Column("%s") // error: Long3.name: the name of the column is longer than 63 bytes, and PostgreSQL would cut it off: %1$s. Write a shorter one.
                        String name,
                        String %s, // error: Long3.%2$s: the name of the column is longer than 63 bytes, and PostgreSQL would cut it off: %2$s. Write a shorter one.
                        @Column("  ") String blank) {} // error: Long3.blank: the name of the column is blank or has a NUL character in it. Write another one.
                """.formatted(name, "y".repeat(64)));
    }

    @Test
    void aNameOfExactly63BytesFits() {
        Compile.check("@Table(\"é" + "x".repeat(61) + "\")\npublic record User(@Id Long id) {}");
    }

    @Test
    void twoMembersDoNotHaveTheSameColumn() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        String userName,
                        @Column("user_name") // error: User.login: the column "user_name" is already that of the member 'userName'. Give one of them another column with @Column(".."), or remove it.
                        String login) {}
                """);
    }

    @Test
    void thereIsOneVersion() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Version long version,
                        @Version // error: User.other: an entity has one @Version at most, and 'version' is marked already. Remove one of them.
                        long other) {}
                """);
    }

    @Test
    void aVersionIsANumberThatCounts() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Version String version) {} // error: User.version: @Version counts updates and stands on a long, int or short (or their boxes), but this is String. Change the type, or remove @Version.
                """);
    }

    @Test
    void theTimesOfAWriteAreTimes() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @CreatedAt long createdAt, // error: User.createdAt: @CreatedAt stands on an Instant, OffsetDateTime, ZonedDateTime or LocalDateTime, but this is long. Change the type, or remove @CreatedAt.
                        @UpdatedAt java.time.LocalDate updatedAt) {} // error: User.updatedAt: @UpdatedAt stands on an Instant, OffsetDateTime, ZonedDateTime or LocalDateTime, but this is LocalDate. Change the type, or remove @UpdatedAt.
                """);
    }

    @Test
    void annotationsThatExcludeEachOther() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        Long userId,
                        @BelongsTo @Column("user") Mono<User> user, // error: User.user: @BelongsTo and @Column exclude each other. Remove one of them.
                        @HasOne(foreignKey = "userId") @BelongsTo(foreignKey = "userId") Mono<User> both, // error: User.both: @HasOne and @BelongsTo exclude each other. Remove one of them.
                        @Transient @Json Object cache) {} // error: User.cache: @Transient and @Json exclude each other. Remove one of them.
                """);
    }

    @Test
    void whatTheMapperWritesIsNothingElse() {
        Compile.check("""
                import java.time.Instant;
                @Table
                public record User(
                        @Id @Version Long id, // error: User.id: @Version and @Id exclude each other. Remove one of them.
                        @ReadOnly @CreatedAt Instant madeAt, // error: User.madeAt: @CreatedAt and @ReadOnly exclude each other. Remove one of them.
                        @CreatedAt @UpdatedAt Instant at, // error: User.at: @CreatedAt and @UpdatedAt exclude each other. Remove one of them.
                        @Id @ReadOnly Long serial) {}
                """);
    }

    @Test
    void allProblemsOfAnEntityAreReportedAtOnce() {
        Compile.check("""
                import app.User_;
                @Table
                public record User(
                        @Id Long id,
                        Object what, // error: User.what: the mapper knows no column type for Object. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient when it has no column, or, when it is a relation, with @HasOne or @BelongsTo.
                        @Version String version, // error: User.version: @Version counts updates and stands on a long, int or short (or their boxes), but this is String. Change the type, or remove @Version.
                        @HasOne String profile) { // error: User.profile: a member marked @HasOne is a Mono of an entity, such as Mono<Profile>, but this is String. Change the type, or remove @HasOne.

                    public static final EntityUse USE = new EntityUse(User_.ID);
                }
                """, """
                public record EntityUse(dev.kindred.model.NumberColumn<User, Long> id) {}
                """);
    }

    @Test
    void aSoftDeleteIsOneTimeThatMayBeNull() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @SoftDelete // error: User.deletedAt: @SoftDelete stands on a member that is null until the row is deleted, but this one takes no null. Mark it @Nullable.
                        java.time.Instant deletedAt,
                        @SoftDelete // error: User.removed: @SoftDelete stands on an Instant, OffsetDateTime, ZonedDateTime or LocalDateTime, but this is Boolean. Change the type, or remove @SoftDelete. // error: User.removed: an entity has one @SoftDelete at most, and 'deletedAt' is marked already. Remove one of them.
                        @Nullable Boolean removed) {}
                """);
    }
}
