package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelationStateTests {

    @Test
    void loadedAndEmptyIsNotTheSameAsNotLoaded() {
        RelationState<String> empty = new RelationState.Empty<>();
        RelationState<String> notLoaded = new RelationState.NotLoaded<>();

        assertThat(empty.isLoaded()).isTrue();
        assertThat(notLoaded.isLoaded()).isFalse();
        assertThat(empty.getOrNull()).isNull();
        assertThat(notLoaded.getOrNull()).isNull();
        assertThat(empty).isNotEqualTo(notLoaded).isEqualTo(new RelationState.Empty<>());
    }

    @Test
    void aLoadedRelationHasItsValue() {
        RelationState<String> loaded = new RelationState.Loaded<>("jane");

        assertThat(loaded.isLoaded()).isTrue();
        assertThat(loaded.getOrNull()).isEqualTo("jane");
        assertThat(loaded).isEqualTo(new RelationState.Loaded<>("jane"));
    }
}
