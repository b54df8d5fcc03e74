package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Object;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Album}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Album_ extends GeneratedModel<Album> {
    private static final Album_ model = new Album_();

    public static final NumberColumn<Album, Integer> ALBUM_ID = model.<Integer>number("albumId", "album_id", SqlTypes.INTEGER, "ID", null);

    public static final NumberColumn<Album, Integer> ARTIST_ID = model.<Integer>number("artistId", "artist_id", SqlTypes.INTEGER, "", null);

    public static final BelongsToRelation<Album, Artist> ARTIST = model.<Artist>belongsTo(model.<Artist>relation("artist", new EntityColumn<?, ?>[] {ARTIST_ID}));

    /**
     * The model of {@link Album}.
     */
    public static final EntityModel<Album> MODEL = model.model(null, "album", null);

    private Album_() {
        super(Album.class, 1);
    }

    /**
     * Starts a new {@link Album} with its required members.
     */
    public static Draft<Album> draft(
            Integer albumId,
            Integer artistId) {
        return Album_.model.start(new Object[] {albumId, artistId});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Album> copyOf(Album entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Album entity = (Album) object;
        switch (member) {
            case 0: return entity.albumId();
            case 1: return entity.artistId();
            case 2: return entity.artist();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Album(
                (Integer) row.required(0),
                (Integer) row.required(1),
                (Mono<Artist>) handle(row, 2));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {Artist_.ARTIST_ID};
            default: throw outOfRange(member);
        }
    }
}
