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
                        @HasOne Flux<Profile> flux, // error: User.flux: a member marked @HasOne must have the type Mono of an entity, such as Mono<Profile>, but the type is Flux<Profile>. Change the type, use @HasMany for many rows, or remove @HasOne.
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
