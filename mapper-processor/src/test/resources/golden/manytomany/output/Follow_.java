package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Follow}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Follow_ extends GeneratedModel<Follow> {
    private static final Follow_ model = new Follow_();

    public static final NumberColumn<Follow, Long> FOLLOWER_ID = model.<Long>number("followerId", "follower_id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final NumberColumn<Follow, Long> FOLLOWEE_ID = model.<Long>number("followeeId", "followee_id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final BelongsToRelation<Follow, User> FOLLOWER = model.<User>belongsTo(model.<User>relation("follower", new EntityColumn<?, ?>[] {FOLLOWER_ID}));

    public static final BelongsToRelation<Follow, User> FOLLOWEE = model.<User>belongsTo(model.<User>relation("followee", new EntityColumn<?, ?>[] {FOLLOWEE_ID}));

    /**
     * The model of {@link Follow}.
     */
    public static final EntityModel<Follow> MODEL = model.model(null, "follow", null);

    private Follow_() {
        super(Follow.class, 1);
    }

    /**
     * Starts a new {@link Follow} with its required members.
     */
    public static Draft<Follow> draft(
            long followerId,
            long followeeId) {
        return Follow_.model.start(new Object[] {followerId, followeeId});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Follow> copyOf(Follow entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Follow entity = (Follow) object;
        switch (member) {
            case 0: return entity.followerId();
            case 1: return entity.followeeId();
            case 2: return entity.follower();
            case 3: return entity.followee();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Follow(
                row.requiredLong(0),
                row.requiredLong(1),
                (Mono<User>) handle(row, 2),
                (Mono<User>) handle(row, 3));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {User_.ID};
            case 3: return new EntityColumn<?, ?>[] {User_.ID};
            default: throw outOfRange(member);
        }
    }
}
