package dev.kindred.processor;

import org.junit.jupiter.api.Test;

final class HasManyErrorTests {

    private static final String ORDER = """
            @Table
            public record Order(
                    @Id Long id,
                    Long userId,
                    String number,
                    java.time.Instant placedAt,
                    @Column(unique = true) Long ticketId) {}
            """;

    @Test
    void aRelationToManyRowsIsAFluxOfAnEntity() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasMany List<Order> list, // error: User.list: a member marked @HasMany must have the type Flux of an entity, such as Flux<Order>, but the type is List<Order>. Change it to a Flux of an entity, or remove @HasMany.
                        @HasMany Set<Order> set, // error: User.set: a member marked @HasMany must have the type Flux of an entity, such as Flux<Order>, but the type is Set<Order>. Change it to a Flux of an entity, or remove @HasMany.
                        @HasMany Order[] array, // error: User.array: a member marked @HasMany must have the type Flux of an entity, such as Flux<Order>, but the type is Order[]. Change it to a Flux of an entity, or remove @HasMany.
                        @HasMany Mono<Order> mono, // error: User.mono: a member marked @HasMany must have the type Flux of an entity, such as Flux<Order>, but the type is Mono<Order>. Change it to a Flux of an entity, use @HasOne for one row, or remove @HasMany.
                        @HasMany Flux<String> texts, // error: User.texts: a member marked @HasMany must have the type Flux of an entity, such as Flux<Order>, but the type is Flux<String>. Change it to a Flux of an entity, or remove @HasMany.
                        @HasMany Flux<Plain> plain, // error: User.plain: @HasMany refers to Plain, which is not an entity. Mark Plain with @Table, or write Flux<..> of an entity.
                        @BelongsTo Flux<Order> owner, // error: User.owner: a member marked @BelongsTo must have the type Mono of an entity, such as Mono<Profile>, but the type is Flux<Order>. Change the type, or remove @BelongsTo.
                        Flux<Order> unmarked) {} // error: User.unmarked: a Flux<Order> is a relation or has no column. Mark the member with @HasMany or with @Transient.
                """, ORDER, "public record Plain(@Id Long id) {}");
    }

    @Test
    void anOrderNamesMembersOfTheRelatedEntity() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasMany(orderBy = "placedat desc") // error: User.misspelt: @HasMany needs the member 'placedat' of Order as its orderBy, but Order has no column member of that name. It has: id, userId, number, placedAt, ticketId. Did you mean 'placedAt'? Add 'placedat' to Order, or name another member with @HasMany(orderBy = "..").
                        Flux<Order> misspelt,
                        @HasMany(orderBy = {"number up", "placedAt desc"}) // error: User.direction: 'number up' in orderBy is not a member with a direction. Write "member", "member asc" or "member desc".
                        Flux<Order> direction,
                        @HasMany(orderBy = "placedAt desc, number") // error: User.comma: 'placedAt desc, number' in orderBy is not a member with a direction. Write "member", "member asc" or "member desc".
                        Flux<Order> comma,
                        @HasMany(orderBy = "") // error: User.empty: @HasMany needs the member '' of Order as its orderBy, but Order has no column member of that name. It has: id, userId, number, placedAt, ticketId. Add '' to Order, or name another member with @HasMany(orderBy = "..").
                        Flux<Order> empty) {}
                """, ORDER);
    }

    @Test
    void theKeysAreThoseOfARelationToOneRow() {
        Compile.check("""
                @Table
                public record Owner(
                        @Id Long id,
                        @HasMany // error: Owner.orders: @HasMany needs the member 'ownerId' of Order as its foreignKey, but Order has no column member of that name. It has: id, userId, number, placedAt, ticketId. Add 'ownerId' of type Long to Order, or name another member with @HasMany(foreignKey = "..").
                        Flux<Order> orders,
                        @HasMany(foreignKey = "number") // error: Owner.texts: the keys of @HasMany have types that cannot be equal: the foreignKey is Order.number (String), the other side is Owner.id (Long). The types byte, short, int and long match each other, and so do BigInteger and BigDecimal. Give both members the same type.
                        Flux<Order> texts,
                        @HasMany(foreignKey = "ticketId") // error: Owner.unique: @HasMany has any number of rows, but @Column(unique = true) on Order.ticketId allows only one row. Use @HasOne, or remove unique.
                        Flux<Order> unique) {}
                """, ORDER);
    }

    @Test
    void bothSidesOfAForeignKeyDeclareTheSameActionOnDelete() {
        Compile.check(
                """
                @Table
                public record Buyer(
                        @Id Long id,
                        @HasMany(onDelete = OnDelete.CASCADE) // error: %s
                        Flux<Sale> sales) {}
                """.formatted(SchemaMessages.otherSide("Buyer.sales", "CASCADE", "Sale.buyer", "RESTRICT")),
                """
                @Table
                public record Sale(
                        @Id Long id,
                        Long buyerId,
                        @BelongsTo(onDelete = OnDelete.RESTRICT) // error: %s
                        Mono<Buyer> buyer) {}
                """.formatted(SchemaMessages.otherSide("Sale.buyer", "RESTRICT", "Buyer.sales", "CASCADE")));
    }
}
