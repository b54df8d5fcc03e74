package dev.kindred.it.fault;

import dev.kindred.it.oneof.Post;
import dev.kindred.it.oneof.Post_;
import dev.kindred.it.oneof.Video;
import dev.kindred.it.oneof.Video_;
import java.util.List;

/**
 * The swept operations on relations to one of several types. Reads send a statement for each type. Handles load the
 * types at once, each on a connection of its own outside of a transaction.
 */
final class OneOfOperations {

    private static final Remark STORED = new Remark(1L, "text 1", 1L, null);
    private static final Video VIDEO = Video_.draft("text 2").set(Video_.ID, 2L).build();
    private static final Post POST = Post_.draft("text 1").set(Post_.ID, 1L).build();

    private OneOfOperations() {}

    /** Two remarks: one about a post, one about a video that does not exist. */
    private static int rows(String sql) {
        if (sql.contains("\"videos\"")) {
            return 0;
        }
        return sql.contains("\"remarks\"") ? 2 : 1;
    }

    static List<Operation> reads() {
        return List.of(
                Operation.of(
                                "handles of one of several",
                                mapper -> mapper.from(Remark.class).all().flatMap(Remark::subject))
                        .answered(OneOfOperations::rows)
                        .readingAhead(),
                Operation.of(
                                "handles of one of several in a transaction",
                                mapper -> mapper.from(Remark.class)
                                        .all()
                                        .flatMap(Remark::subject)
                                        .as(mapper::transactional))
                        .answered(OneOfOperations::rows),
                Operation.of(
                                "preload of one of several",
                                mapper -> mapper.from(Remark.class)
                                        .preload(Remark_.SUBJECT)
                                        .all())
                        .answered(OneOfOperations::rows),
                Operation.of(
                        "one of several",
                        mapper -> mapper.related(STORED, Remark_.SUBJECT).find()),
                Operation.of(
                                "handles of lists by type and key",
                                mapper -> mapper.from(Post.class).all().flatMap(Post::notes))
                        .answered(sql -> sql.contains("\"notes\"") ? 0 : 1));
    }

    static List<Operation> writes() {
        return List.of(
                Operation.of(
                        "associate one of several",
                        mapper -> mapper.related(STORED, Remark_.SUBJECT).associate(VIDEO)),
                Operation.of(
                        "associate a new one of several",
                        mapper -> mapper.related(STORED, Remark_.SUBJECT)
                                .associate(Video_.draft("new").build())),
                Operation.of(
                        "dissociate one of several",
                        mapper -> mapper.related(STORED, Remark_.SUBJECT).dissociate()),
                Operation.of(
                        "delete by type and key",
                        mapper -> mapper.related(POST, Post_.NOTES).deleteAll()));
    }
}
