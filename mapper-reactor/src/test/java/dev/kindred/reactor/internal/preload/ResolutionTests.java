package dev.kindred.reactor.internal.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.key.KeyRows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResolutionTests {

    private static Map<Object, Object> keys(Object... keys) {
        Map<Object, Object> all = new HashMap<>();
        List.of(keys).forEach(key -> all.put(key, KeyRows.NO_ROW));
        return all;
    }

    @Test
    void ofSeveralRowsTheFirstCounts() {
        Resolution.Builder<String, String> builder =
                new Resolution.Builder<>(OneRow.instance(), keys(7L, 8L, 9L), false);

        assertThat(builder.add(7L, "first")).isTrue();
        assertThat(builder.add(7L, "second")).isTrue();
        assertThat(builder.add(8L, "other")).isTrue();
        Resolution<String> found = builder.build();

        assertThat(found.value(7L)).isEqualTo("first");
        assertThat(found.value(8L)).isEqualTo("other");
    }

    @Test
    void aKeyOfManyRowsResolvesToTheirListInTheGivenOrder() {
        Resolution.Builder<String, RowList<String>> builder =
                new Resolution.Builder<>(ManyRows.instance(), keys(7L, 8L), false);

        assertThat(builder.add(7L, "second")).isTrue();
        assertThat(builder.add(7L, "first")).isTrue();
        assertThat(builder.add(9L, "other")).isFalse();
        Resolution<RowList<String>> found =
                builder.build(new EachKey<String>(rows -> rows.sort(Comparator.naturalOrder()), null));

        assertThat(found.value(7L)).isEqualTo(new RowList<>(List.of("first", "second"), false));
        assertThat(found.value(8L)).isNull();
        assertThat(found.covers(8L)).isTrue();
        RowList<String> newer = new RowList<>(List.of("newer"), false);
        assertThat(found.merge(Resolution.of(Map.of(7L, newer), Set.of(7L))).value(7L))
                .isSameAs(newer);
    }

    @Test
    void aRowThatFollowsItselfCountsOnceIfItMayRepeat() {
        String row = "row";
        Resolution.Builder<String, RowList<String>> repeating =
                new Resolution.Builder<>(ManyRows.instance(), keys(7L, 8L), true);
        Resolution.Builder<String, RowList<String>> plain =
                new Resolution.Builder<>(ManyRows.instance(), keys(7L, 8L), false);

        for (Resolution.Builder<String, RowList<String>> builder : List.of(repeating, plain)) {
            builder.add(7L, row);
            builder.add(8L, row);
            builder.add(7L, row);
            builder.add(7L, "other");
        }

        EachKey<String> asRead = new EachKey<>(null, null);
        assertThat(repeating.build(asRead).value(7L)).isEqualTo(new RowList<>(List.of("row", "other"), false));
        assertThat(plain.build(asRead).value(7L)).isEqualTo(new RowList<>(List.of("row", "row", "other"), false));
    }

    @Test
    void aKeyWithoutARowIsKnownToLeadToNone() {
        Resolution<String> found = new Resolution.Builder<>(OneRow.<String>instance(), keys(7L), false).build();

        assertThat(found.covers(7L)).isTrue();
        assertThat(found.value(7L)).isNull();
        assertThat(found.covers(8L)).isFalse();
        assertThat(found.isEmpty()).isFalse();
    }

    @Test
    void keysThatCameWithTheirRowsAreKnownAndThoseThatCameWithNoneToo() {
        Resolution.Builder<String, String> builder = new Resolution.Builder<>(OneRow.instance());

        assertThat(builder.covers(7L)).isFalse();
        builder.addKey(7L, "row");
        builder.addKey(8L, null);

        assertThat(builder.covers(7L)).isTrue();
        assertThat(builder.covers(8L)).isTrue();
        assertThat(builder.build().covered()).containsExactlyInAnyOrder(7L, 8L);
        assertThat(builder.build().value(8L)).isNull();
    }

    @Test
    void anUnrequestedKeyIsRefused() {
        Resolution.Builder<String, String> builder = new Resolution.Builder<>(OneRow.instance(), keys(7L), false);

        assertThat(builder.add(8L, "x")).isFalse();
        assertThat(builder.build().covered()).containsExactly(7L);
    }

    @Test
    void whatIsNewerCountsWhereBothKnow() {
        Resolution<String> older = Resolution.of(Map.of(1L, "one", 2L, "two"), Set.of(1L, 2L, 3L));
        Resolution<String> newer = Resolution.of(Map.of(1L, "uno"), Set.of(1L, 2L));

        Resolution<String> merged = older.merge(newer);

        assertThat(merged.value(1L)).isEqualTo("uno");
        assertThat(merged.value(2L)).isNull();
        assertThat(merged.covered()).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(newer.merge(older)).isSameAs(older);
    }
}
