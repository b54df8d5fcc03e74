package dev.kindred.processor;

import org.junit.jupiter.api.Test;

final class ColumnErrorTests {

    @Test
    void aTypeIsKnown() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        Object any, // error: User.any: the mapper knows no column type for Object. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient when it has no column, or, when it is a relation, with @HasOne or @BelongsTo.
                        int[][] matrix, // error: User.matrix: the mapper knows no column type for int[][]. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient when it has no column, or, when it is a relation, with @HasOne or @BelongsTo.
                        List<List<String>> lists, // error: User.lists: the mapper knows no column type for List<List<String>>. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient when it has no column, or, when it is a relation, with @HasOne or @BelongsTo.
                        List<? extends String> wildcard, // error: User.wildcard: the mapper knows no column type for List<? extends String>. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient when it has no column, or, when it is a relation, with @HasOne or @BelongsTo.
                        @SuppressWarnings("rawtypes") List raw, // error: User.raw: the mapper knows no column type for List. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient when it has no column, or, when it is a relation, with @HasOne or @BelongsTo.
                        Map<String, Integer> map, // error: User.map: the mapper knows no column type for Map<String, Integer>. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient when it has no column, or, when it is a relation, with @HasOne or @BelongsTo.
                        Mono<User> relation) {} // error: User.relation: a Mono<User> is a relation or has no column. Mark the member with @HasOne when the other table has the key, with @BelongsTo when this one has it, or with @Transient.
                """);
    }

    @Test
    void aTypeCanBeNamed() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        Mood mood, // error: User.mood: the type Mood cannot be seen from the class that is written for the entity, in the package of the entity. Make it public, or, in the same package, at least package-private.
                        @Json List<Mood> moods) { // error: User.moods: the type List<Mood> cannot be seen from the class that is written for the entity, in the package of the entity. Make it public, or, in the same package, at least package-private.

                    private enum Mood { GOOD }
                }
                """);
    }

    @Test
    void jsonIsStoredAsJson() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Json @Column(type = "text") Object any, // error: User.any: a member marked @Json is stored as json or jsonb, not as text. Write @Column(type = "json"), or leave the type out for jsonb.
                        @Json @Column(codec = Object.class) Object both, // error: User.both: @Json and a codec exclude each other. Remove one of them.
                        @Json List<String>[] lists) {} // error: User.lists: @Json cannot tell the format about List<String>[], an array of a generic type. Use a List instead of the array.
                """);
    }

    @Test
    void aCodecIsACodec() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Column(codec = Object.class) Money no, // error: User.no: Object is no Codec<T, W> with both types given. Implement dev.kindred.type.Codec, for example Codec<Money, BigDecimal>.
                        @Column(codec = RawCodec.class) Money raw, // error: User.raw: RawCodec is no Codec<T, W> with both types given. Implement dev.kindred.type.Codec, for example Codec<Money, BigDecimal>.
                        @Column(codec = int.class) Money number) {} // error: User.number: int is no Codec<T, W> with both types given. Implement dev.kindred.type.Codec, for example Codec<Money, BigDecimal>.
                """, MONEY, """
                @SuppressWarnings({"rawtypes"})
                class Unused {}
                public class RawCodec extends RawBase {
                    public RawCodec() {}
                }
                @SuppressWarnings({"rawtypes"})
                abstract class RawBase implements dev.kindred.type.Codec {
                    RawBase() {}
                    public Object encode(Object value) { return value; }
                    public Object decode(Object value) { return value; }
                }
                """);
    }

    @Test
    void aCodecCanBeMade() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Column(codec = Codecs.Argument.class) Money argument, // error: User.argument: the codec Argument cannot be made. It needs to be a class that is neither abstract, generic, private nor inner, with a constructor without arguments that is visible here and throws no checked exception.
                        @Column(codec = Codecs.Private.class) Money hidden, // error: User.hidden: the codec Private cannot be made. It needs to be a class that is neither abstract, generic, private nor inner, with a constructor without arguments that is visible here and throws no checked exception.
                        @Column(codec = Codecs.Abstract.class) Money unmade, // error: User.unmade: the codec Abstract cannot be made. It needs to be a class that is neither abstract, generic, private nor inner, with a constructor without arguments that is visible here and throws no checked exception.
                        @Column(codec = Codecs.Inner.class) Money inner, // error: User.inner: the codec Inner cannot be made. It needs to be a class that is neither abstract, generic, private nor inner, with a constructor without arguments that is visible here and throws no checked exception.
                        @Column(codec = Codecs.Generic.class) Money generic, // error: User.generic: the codec Generic cannot be made. It needs to be a class that is neither abstract, generic, private nor inner, with a constructor without arguments that is visible here and throws no checked exception.
                        @Column(codec = Codecs.Throwing.class) Money throwing) {} // error: User.throwing: the codec Throwing cannot be made. It needs to be a class that is neither abstract, generic, private nor inner, with a constructor without arguments that is visible here and throws no checked exception.
                """, MONEY, CODECS);
    }

    @Test
    void aCodecFitsTheMember() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Column(codec = Codecs.Good.class) String other, // error: User.other: Good is a codec of Money, but the member is of type String. Name a codec of that type, or change the type of the member.
                        @Column(codec = Codecs.OfList.class) List<Money> list, // error: User.list: OfList is a codec of the generic type List<Money>, which has no class of its own. Wrap it in a record and write a codec of that, or mark the member with @Json.
                        @Column(codec = Codecs.ToObject.class) Money object, // error: User.object: ToObject turns the member into Object, for which the mapper knows no column type. Turn it into one that it knows, such as String or BigDecimal.
                        @Column(codec = Codecs.Good.class) Money good) {}
                """, MONEY, CODECS);
    }

    private static final String MONEY = "public record Money(String amount) {}";

    private static final String CODECS = """
            public class Codecs {
                private Codecs() {}
                public abstract static class Base<T, W> implements dev.kindred.type.Codec<T, W> {
                    Base() {}
                    public W encode(T value) { return null; }
                    public T decode(W value) { return null; }
                }
                static class Good extends Base<Money, String> { Good() {} }
                static class Argument extends Base<Money, String> { Argument(int value) {} }
                static class Private extends Base<Money, String> { private Private() {} }
                abstract static class Abstract extends Base<Money, String> { Abstract() {} }
                class Inner extends Base<Money, String> { Inner() {} }
                static class Generic<X> extends Base<Money, String> { Generic() {} }
                static class Throwing extends Base<Money, String> { Throwing() throws Exception {} }
                static class OfList extends Base<List<Money>, String> { OfList() {} }
                static class ToObject extends Base<Money, Object> { ToObject() {} }
            }
            """;
}
