package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Artist}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Artist_ extends GeneratedModel<Artist> {
    private static final Artist_ model = new Artist_();

    public static final NumberColumn<Artist, Integer> ARTIST_ID = model.<Integer>number("artistId", "artist_id", SqlTypes.INTEGER, "ID", null);

    public static final TextColumn<Artist> NAME = model.text("name", "name", SqlTypes.STRING, "", null);

    public static final HasOneRelation<Artist, Album> ALBUM = model.<Album>hasOne(model.<Album>relation("album", new EntityColumn<?, ?>[] {ARTIST_ID}));

    /**
     * The model of {@link Artist}.
     */
    public static final EntityModel<Artist> MODEL = model.model(null, "artist", null);

    private Artist_() {
        super(Artist.class, 1);
    }

    /**
     * Starts a new {@link Artist} with its required members.
     */
    public static Draft<Artist> draft(
            Integer artistId,
            String name) {
        return Artist_.model.start(new Object[] {artistId, name});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Artist> copyOf(Artist entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Artist entity = (Artist) object;
        switch (member) {
            case 0: return entity.artistId();
            case 1: return entity.name();
            case 2: return entity.album();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Artist(
                (Integer) row.required(0),
                (String) row.required(1),
                (Mono<Album>) handle(row, 2));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {Album_.ARTIST_ID};
            default: throw outOfRange(member);
        }
    }
}
