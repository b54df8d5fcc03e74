package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Flux;

/**
 * The columns and relations of {@link Track}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Track_ extends GeneratedModel<Track> {
    private static final Track_ model = new Track_();

    public static final NumberColumn<Track, Long> TRACK_ID = model.<Long>number("trackId", "track_id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final NumberColumn<Track, Integer> SIDE = model.<Integer>number("side", "side", SqlTypes.INTEGER, "ID PRIMITIVE", null);

    public static final ManyToManyRelation<Track, User> USERS = model.<User>manyToMany(model.<User>relation("users", new EntityColumn<?, ?>[] {TRACK_ID, SIDE})
            .over("app", "user_track", new String[] {"track_id", "track_side"}, new String[] {"user_id"}));

    /**
     * The model of {@link Track}.
     */
    public static final EntityModel<Track> MODEL = model.model(null, "track", null);

    private Track_() {
        super(Track.class, 1);
    }

    /**
     * Starts a new {@link Track} with its required members.
     */
    public static Draft<Track> draft(
            long trackId,
            int side) {
        return Track_.model.start(new Object[] {trackId, side});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Track> copyOf(Track entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Track entity = (Track) object;
        switch (member) {
            case 0: return entity.trackId();
            case 1: return entity.side();
            case 2: return entity.users();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Track(
                row.requiredLong(0),
                row.requiredInt(1),
                (Flux<User>) handle(row, 2));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {User_.ID};
            default: throw outOfRange(member);
        }
    }
}
