package dev.kindred.processor;

import org.junit.jupiter.api.Test;

final class EntityErrorTests {

    @Test
    void anEntityIsNeitherInterfaceNorEnum() {
        Compile.check("""
                @Table
                public interface Users {} // error: Users: @Table marks a type that the mapper cannot instantiate. An entity is a record, or a class with one constructor whose parameters have the names of its fields or accessors.
                """, """
                @Table
                public enum Colour { RED } // error: Colour: @Table marks a type that the mapper cannot instantiate. An entity is a record, or a class with one constructor whose parameters have the names of its fields or accessors.
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
                    private record User(@Id Long id) {} // error: User: an entity and the classes around it cannot be private, since the generated class uses it. Make it at least package-private.
                    private static class Inner {
                        @Table
                        record User(@Id Long id) {} // error: User: an entity and the classes around it cannot be private, since the generated class uses it. Make it at least package-private.
                    }
                }
                """);
    }

    @Test
    void anEntityIsNotAbstract() {
        Compile.check("""
                @Table
                public abstract class User { // error: User: an entity cannot be abstract, since the mapper instantiates it. An entity is a record, or a class with one constructor whose parameters have the names of its fields or accessors.
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
                    public class User { // error: User: an entity cannot be an inner class, since it would need an instance of the outer class. Make it static, or a record.
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
                public class User { // error: User: the class has 2 non-private constructors. Exactly one constructor must be non-private, and it takes all members. Make the others private, or write a record.
                    Long id;
                    public User(Long id) { this.id = id; }
                    User() {}
                }
                """, """
                @Table
                public class Hidden { // error: Hidden: the class has no non-private constructor. Exactly one constructor must be non-private, and it takes all members. Make the others private, or write a record.
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
                public class User { // error: User: the constructor takes 'email', but the class has no accessor for it. Add a method String email() or getEmail(), non-private and without checked exceptions, or a non-private field email of type String. // error: User: the constructor takes 'age', but the class has no accessor for it. Add a method int age() or getAge(), non-private and without checked exceptions, or a non-private field age of type int.
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
                public record User() {} // error: User: the entity has no column. An entity is a record, or a class with one constructor whose parameters have the names of its fields or accessors.
                """, """
                @Table
                public record Shadow(@Transient Long id) {} // error: Shadow: the entity has no column. An entity is a record, or a class with one constructor whose parameters have the names of its fields or accessors.
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
                public record Outer_User(@Id Long id) {} // error: Outer_User: the class Outer_User_ already exists, or another entity or repository needs the same name. Rename one class.
                """);
    }

    @Test
    void namesFitIntoPostgres() {
        String name = "x".repeat(64);
        Compile.check("""
                @Table("%s") // error: Long1: the name of the table is longer than 63 bytes, and PostgreSQL would truncate it: %1$s. Write a shorter name.
                public record Long1(@Id Long id) {}
                """.formatted(name), """
                @Table(schema = "%s") // error: Long2: the name of the schema is longer than 63 bytes, and PostgreSQL would truncate it: %1$s. Write a shorter name.
                public record Long2(@Id Long id) {}
                """.formatted(name), """
                @Table
                public record Long3(
                        @Id Long id,
                        @Column("%s") // error: Long3.name: the name of the column is longer than 63 bytes, and PostgreSQL would truncate it: %1$s. Write a shorter name.
                        String name,
                        String %s, // error: Long3.%2$s: the name of the column is longer than 63 bytes, and PostgreSQL would truncate it: %2$s. Write a shorter name.
                        @Column("  ") String blank) {} // error: Long3.blank: the name of the column is blank or contains a NUL character. Write another name.
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
                        @Column("user_name") // error: User.login: the column "user_name" is already mapped by the member 'userName'. Give one member another column with @Column(".."), or remove one member.
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
                        @Version // error: User.other: an entity has at most one @Version, and 'version' is already marked. Remove one annotation.
                        long other) {}
                """);
    }

    @Test
    void aVersionIsANumberThatCounts() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Version String version) {} // error: User.version: @Version requires a member of type long, int or short, primitive or boxed, but the type is String. Change the type, or remove @Version.
                """);
    }

    @Test
    void theTimesOfAWriteAreTimes() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @CreatedAt long createdAt, // error: User.createdAt: @CreatedAt requires a member of type Instant, OffsetDateTime, ZonedDateTime or LocalDateTime, but the type is long. Change the type, or remove @CreatedAt.
                        @UpdatedAt java.time.LocalDate updatedAt) {} // error: User.updatedAt: @UpdatedAt requires a member of type Instant, OffsetDateTime, ZonedDateTime or LocalDateTime, but the type is LocalDate. Change the type, or remove @UpdatedAt.
                """);
    }

    @Test
    void annotationsThatExcludeEachOther() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        Long userId,
                        @BelongsTo @Column("user") Mono<User> user, // error: User.user: @BelongsTo and @Column cannot be combined. Remove one of them.
                        @HasOne(foreignKey = "userId") @BelongsTo(foreignKey = "userId") Mono<User> both, // error: User.both: @HasOne and @BelongsTo cannot be combined. Remove one of them.
                        @Transient @Json Object cache) {} // error: User.cache: @Transient and @Json cannot be combined. Remove one of them.
                """);
    }

    @Test
    void whatTheMapperWritesIsNothingElse() {
        Compile.check("""
                import java.time.Instant;
                @Table
                public record User(
                        @Id @Version Long id, // error: User.id: @Version and @Id cannot be combined. Remove one of them.
                        @ReadOnly @CreatedAt Instant madeAt, // error: User.madeAt: @CreatedAt and @ReadOnly cannot be combined. Remove one of them.
                        @CreatedAt @UpdatedAt Instant at, // error: User.at: @CreatedAt and @UpdatedAt cannot be combined. Remove one of them.
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
                        Object what, // error: User.what: the mapper has no column type for Object. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient if it has no column, or with @HasOne, @HasMany or @BelongsTo if it is a relation.
                        @Version String version, // error: User.version: @Version requires a member of type long, int or short, primitive or boxed, but the type is String. Change the type, or remove @Version.
                        @HasOne String profile) { // error: User.profile: a member marked @HasOne must have the type Mono of an entity, such as Mono<Profile>, but the type is String. Change the type, or remove @HasOne.

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
                        @SoftDelete // error: User.deletedAt: @SoftDelete requires a nullable member, since it is null until the row is deleted. Mark it @Nullable.
                        java.time.Instant deletedAt,
                        @SoftDelete // error: User.removed: @SoftDelete requires a member of type Instant, OffsetDateTime, ZonedDateTime or LocalDateTime, but the type is Boolean. Change the type, or remove @SoftDelete. // error: User.removed: an entity has at most one @SoftDelete, and 'deletedAt' is already marked. Remove one annotation.
                        @Nullable Boolean removed) {}
                """);
    }
}
