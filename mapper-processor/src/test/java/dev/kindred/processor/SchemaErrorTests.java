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
                        @Column(length = 40) int age, // error: User.age: a length stands on a String or an enum without another column type, but this is int. Remove the length, or the type.
                        @Column(length = 40, type = "citext") String email, // error: User.email: a length stands on a String or an enum without another column type, but this is String. Remove the length, or the type.
                        @Column(length = -1) String negative, // error: User.negative: length, precision and scale are not negative, and the scale is at most the precision. Write @Column(length = 40), or @Column(precision = 10, scale = 2).
                        @Column(precision = 10) String text, // error: User.text: a precision stands on a BigDecimal or BigInteger without another column type, but this is String. Remove the precision, or the type.
                        @Column(precision = 2, scale = 3) java.math.BigDecimal small, // error: User.small: length, precision and scale are not negative, and the scale is at most the precision. Write @Column(length = 40), or @Column(precision = 10, scale = 2).
                        @Column(scale = 3) java.math.BigDecimal alone) {} // error: User.alone: length, precision and scale are not negative, and the scale is at most the precision. Write @Column(length = 40), or @Column(precision = 10, scale = 2).
                """);
    }

    @Test
    void aTextHasNoNul() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Column(comment = "a\\0b") String comment, // error: User.comment: the comment has a NUL character in it, which PostgreSQL cannot store. Write another one.
                        @Column(check = "a\\0b") String check, // error: User.check: the check has a NUL character in it, which PostgreSQL cannot store. Write another one.
                        @Column(defaultValue = "a\\0b") String fallback) {} // error: User.fallback: the defaultValue has a NUL character in it, which PostgreSQL cannot store. Write another one.
                """, """
                @Table(comment = "\\0") // error: Other: the comment has a NUL character in it, which PostgreSQL cannot store. Write another one.
                public record Other(@Id Long id) {}
                """);
    }

    @Test
    void aForeignKeyThatIsSetToNullTakesNull() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasOne(onDelete = OnDelete.SET_NULL) Mono<Profile> profile, // error: User.profile: @HasOne(onDelete = SET_NULL) sets the foreign key to null, but 'Profile.userId' takes no null. Mark it @Nullable (and box it when it is a primitive), or write another onDelete.
                        @HasOne(onDelete = OnDelete.SET_DEFAULT, foreignKey = "otherId") Mono<Profile> other, // error: User.other: @HasOne(onDelete = SET_DEFAULT) sets the foreign key to its default, but 'Profile.otherId' takes no null and has none. Add @Column(defaultValue = "..") to it, or write another onDelete.
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
                        @HasOne(onDelete = OnDelete.CASCADE) Mono<Profile> profile, // error: User.profile: onDelete is CASCADE here and RESTRICT on Profile.user, the other side of the same foreign key. Write it on one side only, or the same on both.
                        @HasOne(onDelete = OnDelete.CASCADE, foreignKey = "otherId") Mono<Profile> other) {}
                """, """
                @Table
                public record Profile(
                        @Id Long id,
                        Long userId,
                        Long otherId,
                        @BelongsTo(onDelete = OnDelete.RESTRICT) Mono<User> user, // error: Profile.user: onDelete is RESTRICT here and CASCADE on User.profile, the other side of the same foreign key. Write it on one side only, or the same on both.
                        @BelongsTo(onDelete = OnDelete.CASCADE) Mono<User> other) {}
                """);
    }
}
