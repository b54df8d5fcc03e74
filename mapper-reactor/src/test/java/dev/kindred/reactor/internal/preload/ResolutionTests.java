package dev.kindred.reactor.internal.preload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResolutionTests {

    @Test
    void ofSeveralRowsTheFirstCounts() {
        Resolution.Builder<String> builder = new Resolution.Builder<>(Set.of(7L, 8L, 9L));

        assertThat(builder.add(7L, "first")).isTrue();
        assertThat(builder.add(7L, "second")).isTrue();
        assertThat(builder.add(8L, "other")).isTrue();
        Resolution<String> found = builder.build();

        assertThat(found.row(7L)).isEqualTo("first");
        assertThat(found.row(8L)).isEqualTo("other");
    }

    @Test
    void aKeyWithoutARowIsKnownToLeadToNone() {
        Resolution<String> found = new Resolution.Builder<String>(Set.of(7L)).build();

        assertThat(found.covers(7L)).isTrue();
        assertThat(found.row(7L)).isNull();
        assertThat(found.covers(8L)).isFalse();
        assertThat(found.isEmpty()).isFalse();
    }

    @Test
    void keysThatCameWithTheirRowsAreKnownAndThoseThatCameWithNoneToo() {
        Resolution.Builder<String> builder = new Resolution.Builder<>();

        assertThat(builder.covers(7L)).isFalse();
        builder.addKey(7L, "row");
        builder.addKey(8L, null);

        assertThat(builder.covers(7L)).isTrue();
        assertThat(builder.covers(8L)).isTrue();
        assertThat(builder.build().covered()).containsExactlyInAnyOrder(7L, 8L);
        assertThat(builder.build().row(8L)).isNull();
    }

    @Test
    void aKeyThatNobodyAskedForIsRefused() {
        Resolution.Builder<String> builder = new Resolution.Builder<>(Set.of(7L));

        assertThat(builder.add(8L, "x")).isFalse();
        assertThat(builder.build().covered()).containsExactly(7L);
    }

    @Test
    void whatIsNewerCountsWhereBothKnow() {
        Resolution<String> older = Resolution.of(Map.of(1L, "one", 2L, "two"), Set.of(1L, 2L, 3L));
        Resolution<String> newer = Resolution.of(Map.of(1L, "uno"), Set.of(1L, 2L));

        Resolution<String> merged = older.merge(newer);

        assertThat(merged.row(1L)).isEqualTo("uno");
        assertThat(merged.row(2L)).isNull();
        assertThat(merged.covered()).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(newer.merge(older)).isSameAs(older);
    }
}
