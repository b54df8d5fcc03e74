package dev.kindred.it.touch;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The child of a {@link Topic}, which it touches. */
@Table("summaries")
record Summary(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long topicId,
        String text,
        @BelongsTo(touch = true) @Nullable Mono<Topic> topic) {

    static Summary of(@Nullable Long topicId, String text) {
        return new Summary(null, topicId, text, null);
    }

    Summary withText(String changed) {
        return new Summary(id, topicId, changed, topic);
    }

    Summary withTopicId(@Nullable Long changed) {
        return new Summary(id, changed, text, topic);
    }
}
