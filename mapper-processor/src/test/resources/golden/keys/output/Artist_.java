package app;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Artist}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Artist_ {
    /**
     * The column of {@code artistId}.
     */
    public static final NumberColumn<Artist, Integer> ARTIST_ID = NumberColumn.<Artist, Integer>of(ColumnDefinition.<Artist, Integer>of(
            Artist.class, "artistId", "artist_id", SqlTypes.INTEGER, Artist::artistId)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code name}.
     */
    public static final TextColumn<Artist> NAME = TextColumn.<Artist>of(ColumnDefinition.<Artist, String>of(
            Artist.class, "name", "name", SqlTypes.STRING, Artist::name));

    /**
     * The relation of {@code album}.
     */
    public static final HasOneRelation<Artist, Album> ALBUM = HasOneRelation.<Artist, Album>of(new RelationDefinition<Artist, Album>(
            Artist.class,
            "album",
            () -> Album_.MODEL,
            new RelationDefinition.RelationKeys<Artist, Album>(List.<EntityColumn<Artist, ?>>of(ARTIST_ID), () -> List.<EntityColumn<Album, ?>>of(Album_.ARTIST_ID)),
            Artist::album));

    /**
     * What the mapper knows of {@link Artist}.
     */
    public static final EntityModel<Artist> MODEL = EntityModel.<Artist>of(
            Artist.class,
            TableName.of("artist"),
            List.<EntityColumn<Artist, ?>>of(ARTIST_ID, NAME),
            List.<Relation<Artist, ?>>of(ALBUM),
            Artist_::instantiate);

    private Artist_() {
    }

    /**
     * Starts a new {@link Artist} with the members that it must have.
     */
    public static Draft<Artist> draft(Integer artistId, String name) {
        return Draft.<Artist>of(Artist_.MODEL, new Object[] {artistId, name});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Artist> with(Artist entity) {
        return Draft.<Artist>with(MODEL, entity);
    }

    private static Artist instantiate(RowValues<Artist> row) {
        return new Artist(
                row.<Integer>required(0, ARTIST_ID),
                row.<String>required(1, NAME),
                row.<Mono<Album>>handle(0, ALBUM));
    }
}
