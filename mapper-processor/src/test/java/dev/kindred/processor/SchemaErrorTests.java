package dev.kindred.processor;

import org.junit.jupiter.api.Test;

final class SchemaErrorTests {

    @Test
    void aLimitFitsTheType() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Column(length = 40) String name,
                        @Column(length = 40) int age, // error: User.age: a length requires a String or an enum without a column type, but the type is int. Remove the length or the column type.
                        @Column(length = 40, type = "citext") String email, // error: User.email: a length requires a String or an enum without a column type, but the type is String. Remove the length or the column type.
                        @Column(length = -1) String negative, // error: User.negative: length, precision and scale cannot be negative, and the scale cannot exceed the precision. Write @Column(length = 40), or @Column(precision = 10, scale = 2).
                        @Column(precision = 10) String text, // error: User.text: a precision requires a BigDecimal or BigInteger without a column type, but the type is String. Remove the precision or the column type.
                        @Column(precision = 2, scale = 3) java.math.BigDecimal small, // error: User.small: length, precision and scale cannot be negative, and the scale cannot exceed the precision. Write @Column(length = 40), or @Column(precision = 10, scale = 2).
                        @Column(scale = 3) java.math.BigDecimal alone) {} // error: User.alone: length, precision and scale cannot be negative, and the scale cannot exceed the precision. Write @Column(length = 40), or @Column(precision = 10, scale = 2).
                """);
    }

    @Test
    void aTextHasNoNul() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Column(comment = "a\\0b") String comment, // error: User.comment: the comment contains a NUL character, which PostgreSQL cannot store. Remove the character.
                        @Column(check = "a\\0b") String check, // error: User.check: the check contains a NUL character, which PostgreSQL cannot store. Remove the character.
                        @Column(defaultValue = "a\\0b") String fallback) {} // error: User.fallback: the defaultValue contains a NUL character, which PostgreSQL cannot store. Remove the character.
                """, """
                @Table(comment = "\\0") // error: Other: the comment contains a NUL character, which PostgreSQL cannot store. Remove the character.
                public record Other(@Id Long id) {}
                """);
    }

    @Test
    void aForeignKeyThatIsSetToNullTakesNull() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasOne(onDelete = OnDelete.SET_NULL) Mono<Profile> profile, // error: User.profile: @HasOne(onDelete = SET_NULL) sets the foreign key to null, but 'Profile.userId' is not nullable. Mark it @Nullable (and box a primitive type), or choose another onDelete.
                        @HasOne(onDelete = OnDelete.SET_DEFAULT, foreignKey = "otherId") Mono<Profile> other, // error: User.other: @HasOne(onDelete = SET_DEFAULT) sets the foreign key to its default, but 'Profile.otherId' is not nullable and has no default. Add @Column(defaultValue = "..") to it, or choose another onDelete.
                        @HasOne(onDelete = OnDelete.SET_DEFAULT, foreignKey = "thirdId") Mono<Profile> third) {}
                """, """
                @Table
                public record Profile(
                        @Id Long id,
                        long userId,
                        Long otherId,
                        @Column(defaultValue = "1") Long thirdId) {}
                """);
    }

    @Test
    void bothSidesSayTheSame() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasOne(onDelete = OnDelete.CASCADE) Mono<Profile> profile, // error: User.profile: onDelete is CASCADE here and RESTRICT on Profile.user, the other side of the same foreign key. Write it on one side only, or the same value on both.
                        @HasOne(onDelete = OnDelete.CASCADE, foreignKey = "otherId") Mono<Profile> other) {}
                """, """
                @Table
                public record Profile(
                        @Id Long id,
                        Long userId,
                        Long otherId,
                        @BelongsTo(onDelete = OnDelete.RESTRICT) Mono<User> user, // error: Profile.user: onDelete is RESTRICT here and CASCADE on User.profile, the other side of the same foreign key. Write it on one side only, or the same value on both.
                        @BelongsTo(onDelete = OnDelete.CASCADE) Mono<User> other) {}
                """);
    }
}
