package dev.kindred.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.MappingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodecTypeTests {

    private record Word(String text) {}

    private static class Suffixed implements Codec<Word, String> {

        private final String suffix;

        Suffixed(String suffix) {
            this.suffix = suffix;
        }

        @Override
        public String encode(Word value) {
            return value.text() + suffix;
        }

        @Override
        public Word decode(String value) {
            return new Word(value.substring(0, value.length() - suffix.length()));
        }
    }

    private static final class Subclass extends Suffixed {
        Subclass(String suffix) {
            super(suffix);
        }
    }

    private static final class OtherSubclass extends Suffixed {
        OtherSubclass() {
            super("#");
        }
    }

    private static final class Bytes implements Codec<Word, byte[]> {

        @Override
        public byte[] encode(Word value) {
            return new byte[] {(byte) value.text().length()};
        }

        @Override
        public Word decode(byte[] value) {
            return new Word("x".repeat(value[0]));
        }
    }

    private static final SqlType<Word> OWN = SqlTypes.converted(Word.class, new Suffixed("!"), SqlTypes.STRING);
    private static final SqlType<Word> GIVEN = SqlTypes.converted(Word.class, Suffixed.class, SqlTypes.STRING);

    private static WireContext with(Codec<?, ?>... codecs) {
        return WireContext.of(JsonFormat.none(), List.of(codecs));
    }

    @Test
    void aContextWithAnInstanceHasPrecedence() {
        assertThat(OWN.toWire(new Word("a"), WireContext.none())).isEqualTo("a!");
        for (SqlType<Word> type : List.of(OWN, GIVEN)) {
            WireContext context = with(new Suffixed("??"));
            assertThat(type.toWire(new Word("a"), context)).isEqualTo("a??");
            assertThat(type.fromWire("b??", context)).isEqualTo(new Word("b"));
            assertThat(SqlTypes.list(type).toWire(List.of(new Word("a")), context))
                    .isEqualTo(new String[] {"a??"});
        }
    }

    @Test
    void aMissingInstanceIsAnErrorThatNamesTheRemedy() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> GIVEN.toWire(new Word("secret"), WireContext.none()))
                .withMessage("A value of Word needs an instance of the codec " + Suffixed.class.getName()
                        + ", which has no constructor without parameters, and the mapper has no instance. Register one"
                        + " with codec(..) when the mapper is built. With Spring Boot, declare it as a bean.");
        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> GIVEN.fromWire("a!", WireContext.none()));
    }

    @Test
    void anInstanceOfASubclassIsFoundIfItIsTheOnlyOne() {
        assertThat(GIVEN.toWire(new Word("a"), with(new Subclass("+")))).isEqualTo("a+");
        assertThat(GIVEN.toWire(new Word("a"), with(new Subclass("+"), new Suffixed("-"))))
                .isEqualTo("a-");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> GIVEN.toWire(new Word("a"), with(new Subclass("+"), new OtherSubclass())));
    }

    @Test
    void aContextHasOneInstanceOfAClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(new Suffixed("a"), new Suffixed("b")))
                .withMessageContaining("there are two codecs of the class " + Suffixed.class.getName());
    }

    /** The driver writes arrays of bytea wrongly. */
    @Test
    void bytesInArraysAreExchangedAsText() {
        SqlType<Word> bytes = SqlTypes.converted(Word.class, new Bytes(), SqlTypes.BYTES);
        SqlType<byte[]> named = SqlTypes.named(SqlTypes.BYTES, "picture");

        for (SqlType<?> type : List.of(bytes, named, SqlTypes.BYTES)) {
            SqlType<?> list = SqlTypes.list(type);
            assertThat(type.wireType()).isEqualTo(byte[].class);
            assertThat(list.wireType()).isEqualTo(String[].class);
            assertThat(list.name()).isEqualTo(type.name().asArray());
            assertThat(list.castOnWrite()).isTrue();
            assertThat(list.readAsText()).isTrue();
        }
        SqlType<List<Word>> words = SqlTypes.list(bytes);
        assertThat(words.toWire(List.of(new Word("abc")), WireContext.none())).isEqualTo(new String[] {"\\x03"});
        assertThat(words.fromWire(new String[] {"\\x02"}, WireContext.none())).containsExactly(new Word("xx"));
    }
}
