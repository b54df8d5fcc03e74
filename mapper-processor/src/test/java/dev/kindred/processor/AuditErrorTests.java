package dev.kindred.processor;

import org.junit.jupiter.api.Test;

/** Members with the auditor of a write. */
final class AuditErrorTests {

    @Test
    void anAuditorIsAColumnThatOnlyTheMapperWrites() {
        Compile.check("""
                @Table
                public record User(
                        @Id @CreatedBy Long id, // error: User.id: @CreatedBy and @Id cannot be combined. Remove one of them.
                        @Version @UpdatedBy Long version, // error: User.version: @Version and @UpdatedBy cannot be combined. Remove one of them.
                        @CreatedBy @UpdatedBy String both, // error: User.both: @CreatedBy and @UpdatedBy cannot be combined. Remove one of them.
                        @CreatedBy @ReadOnly String read, // error: User.read: @CreatedBy and @ReadOnly cannot be combined. Remove one of them.
                        @UpdatedBy @Transient String absent, // error: User.absent: @Transient and @UpdatedBy cannot be combined. Remove one of them.
                        @CreatedBy @BelongsTo Mono<User> user) {} // error: User.user: @BelongsTo and @CreatedBy cannot be combined. Remove one of them.
                """);
    }

    @Test
    void anAuditorHasATypeOfAColumn() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @CreatedBy Thread thread, // error: User.thread: the mapper has no column type for Thread. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient if it has no column, or with @HasOne, @HasMany or @BelongsTo if it is a relation.
                        @UpdatedBy @Column(codec = Object.class) Thread other, // error: User.other: Object is not a Codec<T, W> with both type arguments. Implement dev.kindred.type.Codec, for example Codec<Money, BigDecimal>.
                        @CreatedBy String right,
                        @UpdatedBy long number) {}
                """);
    }
}
