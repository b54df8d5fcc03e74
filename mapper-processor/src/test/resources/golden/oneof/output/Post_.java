package app;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.SortOrder;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Post}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Post_ extends GeneratedModel<Post> {
    private static final Post_ model = new Post_();

    public static final NumberColumn<Post, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID GENERATED NULLABLE", null);

    public static final TextColumn<Post> TITLE = model.text("title", "title", SqlTypes.STRING, "", null);

    public static final HasManyRelation<Post, Comment> COMMENTS = model.<Comment>hasMany(model.<Comment>relation("comments", new EntityColumn<?, ?>[] {ID})
            .orderBy(() -> List.<SortOrder<Comment>>of(Comment_.TEXT.desc()))
            .onDelete(OnDelete.CASCADE));

    public static final HasManyRelation<Post, Note> NOTES = model.<Note>hasMany(model.<Note>relation("notes", new EntityColumn<?, ?>[] {constant(Post.class, "post"), ID}));

    public static final HasOneRelation<Post, Note> LAST_NOTE = model.<Note>hasOne(model.<Note>relation("lastNote", new EntityColumn<?, ?>[] {constant(Post.class, "post"), ID})
            .latestBy(() -> List.<EntityColumn<Note, ?>>of(Note_.ID)));

    /**
     * The model of {@link Post}.
     */
    public static final EntityModel<Post> MODEL = model.model(null, "posts", null);

    private Post_() {
        super(Post.class, 1);
    }

    /**
     * Starts a new {@link Post} with its required members.
     */
    public static Draft<Post> draft(
            String title) {
        return Post_.model.start(new Object[] {title});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Post> copyOf(Post entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Post entity = (Post) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.title();
            case 2: return entity.comments();
            case 3: return entity.notes();
            case 4: return entity.lastNote();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Post(
                (Long) row.nullable(0),
                (String) row.required(1),
                (Flux<Comment>) handle(row, 2),
                (Flux<Note>) handle(row, 3),
                (Mono<Note>) handle(row, 4));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {Comment_.POST_ID};
            case 3: return new EntityColumn<?, ?>[] {Note_.SUBJECT_TYPE, Note_.SUBJECT_ID};
            case 4: return new EntityColumn<?, ?>[] {Note_.SUBJECT_TYPE, Note_.SUBJECT_ID};
            default: throw outOfRange(member);
        }
    }
}
