package dev.kindred.reactor.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.r2dbc.postgresql.message.Format;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowBytesTests {

    private static final ValueReader<String> TEXT = BinaryReaders::string;

    private final List<Integer> asked = new ArrayList<>();

    static Stream<ByteBufAllocator> allocators() {
        return Stream.of(
                PooledByteBufAllocator.DEFAULT,
                new PooledByteBufAllocator(false),
                new UnpooledByteBufAllocator(true),
                new UnpooledByteBufAllocator(false));
    }

    @ParameterizedTest
    @MethodSource("allocators")
    void oneValueOfEachLaterRowLeadsToTheOthers(ByteBufAllocator allocator) {
        RowBytes bytes = new RowBytes(1, 5);

        assertThat(read(bytes, message(allocator, "no", "a", null, "", "bcd"))).containsExactly("a", null, "", "bcd");
        assertThat(this.asked).containsExactly(1, 4);
        assertThat(read(bytes, message(allocator, null, null, "ä", null, "e"))).containsExactly(null, "ä", null, "e");
        assertThat(this.asked).containsExactly(1, 2);
        assertThat(read(bytes, message(allocator, "no", null, null, null, "f"))).containsExactly(null, null, null, "f");
        assertThat(this.asked).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @MethodSource("allocators")
    void aRowOfNullsHasNoBytes(ByteBufAllocator allocator) {
        RowBytes bytes = new RowBytes(0, 2);

        assertThat(read(bytes, message(allocator, null, null))).containsExactly(null, null);
        assertThat(read(bytes, message(allocator, "a", "b"))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @MethodSource("allocators")
    void eachValueIsTakenFromADriverThatCopiesThem(ByteBufAllocator allocator) {
        RowBytes bytes = new RowBytes(0, 3);

        assertThat(read(bytes, copies(allocator, "a", null, "bc"))).containsExactly("a", null, "bc");
        assertThat(read(bytes, copies(allocator, null, "d", "e"))).containsExactly(null, "d", "e");
        assertThat(this.asked).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @MethodSource("allocators")
    void aMessageInSeveralPartsIsNotFollowed(ByteBufAllocator allocator) {
        RowBytes bytes = new RowBytes(0, 2);
        ByteBuf whole = allocator
                .compositeBuffer()
                .addComponent(true, allocator.buffer().writeByte('a'))
                .addComponent(true, allocator.buffer().writeByte('b'));

        assertThat(read(bytes, Arrays.asList(whole.retainedSlice(0, 1), whole.retainedSlice(1, 1))))
                .containsExactly("a", "b");
        whole.release();
        assertThat(whole.refCnt()).isZero();
    }

    private List<@Nullable String> read(RowBytes bytes, List<@Nullable ByteBuf> values) {
        this.asked.clear();
        Row row = new Row(values, this.asked);
        int first = values.size() - (values.size() == 5 ? 4 : values.size());
        bytes.begin(row);
        List<@Nullable String> read = IntStream.range(first, values.size())
                .mapToObj(i -> (String) bytes.read(TEXT, i))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        values.stream().filter(value -> value != null).forEach(ByteBuf::release);
        return read;
    }

    /** Returns the values as the driver slices them from one message. */
    private static List<@Nullable ByteBuf> message(ByteBufAllocator allocator, @Nullable String... values) {
        ByteBuf message = allocator.buffer().writeZero(7);
        for (String value : values) {
            ByteBuf bytes = allocator.buffer();
            int length = value == null ? -1 : bytes.writeCharSequence(value, StandardCharsets.UTF_8);
            message.writeInt(length).writeBytes(bytes);
            bytes.release();
        }
        message.skipBytes(7);
        List<@Nullable ByteBuf> slices = new ArrayList<>();
        for (String value : values) {
            int length = message.readInt();
            slices.add(value == null ? null : message.readRetainedSlice(length));
        }
        message.release();
        return slices;
    }

    private static List<@Nullable ByteBuf> copies(ByteBufAllocator allocator, @Nullable String... values) {
        List<@Nullable ByteBuf> copies = new ArrayList<>();
        for (ByteBuf slice : message(allocator, values)) {
            copies.add(slice == null ? null : slice.copy());
            if (slice != null) {
                slice.release();
            }
        }
        return copies;
    }

    private record Row(List<@Nullable ByteBuf> values, List<Integer> asked) implements Readable {

        @Override
        public <T> @Nullable T get(int index, Class<T> type) {
            this.asked.add(index);
            ByteBuf value = this.values.get(index);
            return value == null
                    ? null
                    : type.cast(new RawValue(new DirectReaders(Map.of(), List.of())).of(value, Format.FORMAT_BINARY));
        }

        @Override
        public <T> @Nullable T get(String name, Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
