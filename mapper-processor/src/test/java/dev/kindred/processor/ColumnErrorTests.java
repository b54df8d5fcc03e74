package dev.kindred.processor;

import org.junit.jupiter.api.Test;

final class ColumnErrorTests {

    @Test
    void aTypeIsKnown() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        Object any, // error: User.any: the mapper has no column type for Object. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient if it has no column, or with @HasOne, @HasMany or @BelongsTo if it is a relation.
                        int[][] matrix, // error: User.matrix: the mapper has no column type for int[][]. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient if it has no column, or with @HasOne, @HasMany or @BelongsTo if it is a relation.
                        List<List<String>> lists, // error: User.lists: the mapper has no column type for List<List<String>>. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient if it has no column, or with @HasOne, @HasMany or @BelongsTo if it is a relation.
                        List<? extends String> wildcard, // error: User.wildcard: the mapper has no column type for List<? extends String>. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient if it has no column, or with @HasOne, @HasMany or @BelongsTo if it is a relation.
                        @SuppressWarnings("rawtypes") List raw, // error: User.raw: the mapper has no column type for List. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient if it has no column, or with @HasOne, @HasMany or @BelongsTo if it is a relation.
                        Map<String, Integer> map, // error: User.map: the mapper has no column type for Map<String, Integer>. Mark the member with @Json to store it as jsonb, name a codec with @Column(codec = ..), mark it with @Transient if it has no column, or with @HasOne, @HasMany or @BelongsTo if it is a relation.
                        Mono<User> relation) {} // error: User.relation: a Mono<User> is a relation or has no column. Mark the member with @HasOne if the other table has the foreign key, with @BelongsTo if this table has it, or with @Transient.
                """);
    }

    @Test
    void aTypeCanBeNamed() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        Mood mood, // error: User.mood: the type Mood is not visible to the generated class in the package of the entity. Make it public, or package-private if it is in the same package.
                        @Json List<Mood> moods) { // error: User.moods: the type List<Mood> is not visible to the generated class in the package of the entity. Make it public, or package-private if it is in the same package.

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
                        @Json @Column(type = "text") Object any, // error: User.any: a member marked @Json is stored as json or jsonb, not as text. Write @Column(type = "json"), or omit the type for jsonb.
                        @Json @Column(codec = Object.class) Object both, // error: User.both: @Json and a codec cannot be combined. Remove one of them.
                        @Json List<String>[] lists) {} // error: User.lists: @Json does not support List<String>[], an array of a generic type. Use a List instead of the array.
                """);
    }

    @Test
    void aCodecIsACodec() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Column(codec = Object.class) Money no, // error: User.no: Object is not a Codec<T, W> with both type arguments. Implement dev.kindred.type.Codec, for example Codec<Money, BigDecimal>.
                        @Column(codec = RawCodec.class) Money raw, // error: User.raw: RawCodec is not a Codec<T, W> with both type arguments. Implement dev.kindred.type.Codec, for example Codec<Money, BigDecimal>.
                        @Column(codec = int.class) Money number) {} // error: User.number: int is not a Codec<T, W> with both type arguments. Implement dev.kindred.type.Codec, for example Codec<Money, BigDecimal>.
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
                        @Column(codec = Codecs.Argument.class) Money argument,
                        @Column(codec = Codecs.Private.class) Money hidden, // error: User.hidden: the codec Private cannot be instantiated. Make it a class that is not abstract, generic, private or inner, with a visible constructor without parameters and without checked exceptions. A codec that the mapper gets with codec(..) has only constructors with parameters.
                        @Column(codec = Codecs.Abstract.class) Money unmade, // error: User.unmade: the codec Abstract cannot be instantiated. Make it a class that is not abstract, generic, private or inner, with a visible constructor without parameters and without checked exceptions. A codec that the mapper gets with codec(..) has only constructors with parameters.
                        @Column(codec = Codecs.Inner.class) Money inner, // error: User.inner: the codec Inner cannot be instantiated. Make it a class that is not abstract, generic, private or inner, with a visible constructor without parameters and without checked exceptions. A codec that the mapper gets with codec(..) has only constructors with parameters.
                        @Column(codec = Codecs.Generic.class) Money generic, // error: User.generic: the codec Generic cannot be instantiated. Make it a class that is not abstract, generic, private or inner, with a visible constructor without parameters and without checked exceptions. A codec that the mapper gets with codec(..) has only constructors with parameters.
                        @Column(codec = Codecs.Throwing.class) Money throwing) {} // error: User.throwing: the codec Throwing cannot be instantiated. Make it a class that is not abstract, generic, private or inner, with a visible constructor without parameters and without checked exceptions. A codec that the mapper gets with codec(..) has only constructors with parameters.
                """, BOX, MONEY, CODECS);
    }

    @Test
    void aCodecFitsTheMember() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Column(codec = Codecs.Good.class) String other, // error: User.other: Good is a codec of Money, but the member is of type String. Name a codec of the type of the member, or change that type.
                        @Column(codec = Codecs.OfList.class) List<Money> list, // error: User.list: OfList converts the generic type List<Money>. A codec needs a type without type arguments. Wrap it in a record and write a codec of that record, or mark the member with @Json.
                        @Column(codec = Codecs.ToObject.class) Money object, // error: User.object: ToObject converts the member to Object, for which the mapper has no column type. Convert it to a supported type, such as String or BigDecimal.
                        @Column(codec = Codecs.Good.class) Money good) {}
                """, BOX, MONEY, CODECS);
    }

    @Test
    void aColumnHasNoInnerClassOfAGenericClass() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @Json Box<String>.Inner json, // error: User.json: @Json does not support Box<String>.Inner, an inner class of a generic type. Make the class static, with type parameters of its own.
                        @Json Box<String>.Inner[] array, // error: User.array: @Json does not support Box<String>.Inner[], an inner class of a generic type. Make the class static, with type parameters of its own.
                        @Json List<Box<String>.Inner> list, // error: User.list: @Json does not support List<Box<String>.Inner>, an inner class of a generic type. Make the class static, with type parameters of its own.
                        @Column(codec = Codecs.OfInner.class) Box<String>.Inner one, // error: User.one: OfInner converts the generic type Box<String>.Inner. A codec needs a type without type arguments. Wrap it in a record and write a codec of that record, or mark the member with @Json.
                        @Column(codec = Codecs.OfInners.class) Box<String>.Inner[] many, // error: User.many: OfInners converts the generic type Box<String>.Inner[]. A codec needs a type without type arguments. Wrap it in a record and write a codec of that record, or mark the member with @Json.
                        @Column(codec = Codecs.OfKind.class) Box.Kind kind,
                        @Json Map.Entry<String, Box.Kind> entry) {}
                """, BOX, MONEY, CODECS);
    }

    private static final String BOX = """
            public class Box<T> {
                public Box() {}
                public enum Kind { GOOD }
                public class Inner {
                    public Inner() {}
                }
            }
            """;

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
                static class OfInner extends Base<Box<String>.Inner, String> { OfInner() {} }
                static class OfInners extends Base<Box<String>.Inner[], String> { OfInners() {} }
                static class OfKind extends Base<Box.Kind, String> { OfKind() {} }
                static class ToObject extends Base<Money, Object> { ToObject() {} }
            }
            """;
}
