package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.time.Instant;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Post}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Post_ extends GeneratedModel<Post> {
    private static final Post_ model = new Post_();

    public static final NumberColumn<Post, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID GENERATED", null);

    public static final TextColumn<Post> TITLE = model.text("title", "title", SqlTypes.STRING, "", null);

    public static final ComparableColumn<Post, Instant> UPDATED_AT = model.<Instant>comparable("updatedAt", "updated_at", SqlTypes.INSTANT, "UPDATED_AT", null);

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
            case 2: return entity.updatedAt();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Post(
                (Long) row.required(0),
                (String) row.required(1),
                (Instant) row.required(2));
    }
}
