package app;

import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Album}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Album_ {
    /**
     * The column of {@code albumId}.
     */
    public static final NumberColumn<Album, Integer> ALBUM_ID = NumberColumn.<Album, Integer>of(ColumnDefinition.<Album, Integer>of(
            Album.class, "albumId", "album_id", SqlTypes.INTEGER, Album::albumId)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code artistId}.
     */
    public static final NumberColumn<Album, Integer> ARTIST_ID = NumberColumn.<Album, Integer>of(ColumnDefinition.<Album, Integer>of(
            Album.class, "artistId", "artist_id", SqlTypes.INTEGER, Album::artistId));

    /**
     * The relation of {@code artist}.
     */
    public static final BelongsToRelation<Album, Artist> ARTIST = BelongsToRelation.<Album, Artist>of(new RelationDefinition<Album, Artist>(
            Album.class,
            "artist",
            () -> Artist_.MODEL,
            new RelationDefinition.RelationKeys<Album, Artist>(List.<EntityColumn<Album, ?>>of(ARTIST_ID), () -> List.<EntityColumn<Artist, ?>>of(Artist_.ARTIST_ID)),
            Album::artist));

    /**
     * What the mapper knows of {@link Album}.
     */
    public static final EntityModel<Album> MODEL = EntityModel.<Album>of(
            Album.class,
            TableName.of("album"),
            List.<EntityColumn<Album, ?>>of(ALBUM_ID, ARTIST_ID),
            List.<Relation<Album, ?>>of(ARTIST),
            Album_::instantiate);

    private Album_() {
    }

    /**
     * Starts a new {@link Album} with the members that it must have.
     */
    public static Draft<Album> draft(Integer albumId, Integer artistId) {
        return Draft.<Album>of(Album_.MODEL, new Object[] {albumId, artistId});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Album> with(Album entity) {
        return Draft.<Album>with(MODEL, entity);
    }

    private static Album instantiate(RowValues<Album> row) {
        return new Album(
                row.<Integer>required(0, ALBUM_ID),
                row.<Integer>required(1, ARTIST_ID),
                row.<Mono<Artist>>handle(0, ARTIST));
    }
}
