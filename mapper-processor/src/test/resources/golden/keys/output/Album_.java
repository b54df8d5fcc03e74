package app;

import dev.kindred.model.BelongsTo;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.sql.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Album}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class Album_ {
    /**
     * The column of {@code albumId}.
     */
    public static final NumberColumn<Album, Integer> ALBUM_ID = NumberColumn.of(ColumnDefinition.of(
            Album.class, "albumId", "album_id", SqlTypes.INTEGER, Album::albumId)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code artistId}.
     */
    public static final NumberColumn<Album, Integer> ARTIST_ID = NumberColumn.of(ColumnDefinition.of(
            Album.class, "artistId", "artist_id", SqlTypes.INTEGER, Album::artistId));

    /**
     * The relation of {@code artist}.
     */
    public static final BelongsTo<Album, Artist> ARTIST = BelongsTo.of(new RelationDefinition<>(
            Album.class,
            "artist",
            () -> Artist_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(ARTIST_ID), () -> List.of(Artist_.ARTIST_ID)),
            Album::artist));

    /**
     * What the mapper knows of {@link Album}.
     */
    public static final EntityModel<Album> MODEL = EntityModel.of(
            Album.class,
            TableName.of("album"),
            List.of(ALBUM_ID, ARTIST_ID),
            List.of(ARTIST),
            Album_::instantiate);

    private Album_() {
    }

    private static Album instantiate(RowValues<Album> row) {
        return new Album(
                row.required(0, ALBUM_ID),
                row.required(1, ARTIST_ID),
                row.handle(0, ARTIST));
    }
}
