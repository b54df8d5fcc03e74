package dev.kindred.processor;

import org.junit.jupiter.api.Test;

/** Members with the tenant of a row. */
final class TenantErrorTests {

    @Test
    void aTenantIsAColumnThatOnlyTheMapperWrites() {
        Compile.check("""
                @Table
                public record User(
                        @Id @TenantId Long id, // error: User.id: @TenantId and @Id cannot be combined. Remove one of them.
                        @TenantId String other) {} // error: User.other: an entity has at most one @TenantId, and 'id' is already marked. Remove one annotation.
                """);
    }

    @Test
    void aTenantHasATypeOfAKey() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @TenantId long tenant) {} // error: User.tenant: @TenantId requires a member of type Long, Integer, String or UUID without a codec, but the type is long. Change the type, or remove @TenantId.
                """);
    }
}
