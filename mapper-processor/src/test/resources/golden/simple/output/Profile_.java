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
import dev.kindred.model.TextColumn;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Profile}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Profile_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Profile, Long> ID = NumberColumn.<Profile, Long>of(ColumnDefinition.<Profile, Long>of(
            Profile.class, "id", "id", SqlTypes.LONG, Profile::id)
            .with(ColumnTrait.ID, ColumnTrait.GENERATED));

    /**
     * The column of {@code userId}.
     */
    public static final NumberColumn<Profile, Long> USER_ID = NumberColumn.<Profile, Long>of(ColumnDefinition.<Profile, Long>of(
            Profile.class, "userId", "user_id", SqlTypes.LONG, Profile::userId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code name}.
     */
    public static final TextColumn<Profile> NAME = TextColumn.<Profile>of(ColumnDefinition.<Profile, String>of(
            Profile.class, "name", "name", SqlTypes.STRING, Profile::name));

    /**
     * The column of {@code telephone}.
     */
    public static final TextColumn<Profile> TELEPHONE = TextColumn.<Profile>of(ColumnDefinition.<Profile, String>of(
            Profile.class, "telephone", "telephone", SqlTypes.STRING, Profile::telephone)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code locale}.
     */
    public static final TextColumn<Profile> LOCALE = TextColumn.<Profile>of(ColumnDefinition.<Profile, String>of(
            Profile.class, "locale", "locale", SqlTypes.STRING, Profile::locale));

    /**
     * The relation of {@code user}.
     */
    public static final BelongsToRelation<Profile, User> USER = BelongsToRelation.<Profile, User>of(new RelationDefinition<Profile, User>(
            Profile.class,
            "user",
            () -> User_.MODEL,
            new RelationDefinition.RelationKeys<Profile, User>(List.<EntityColumn<Profile, ?>>of(USER_ID), () -> List.<EntityColumn<User, ?>>of(User_.ID)),
            Profile::user));

    /**
     * What the mapper knows of {@link Profile}.
     */
    public static final EntityModel<Profile> MODEL = EntityModel.<Profile>of(
            Profile.class,
            TableName.of("profiles"),
            List.<EntityColumn<Profile, ?>>of(ID, USER_ID, NAME, TELEPHONE, LOCALE),
            List.<Relation<Profile, ?>>of(USER),
            Profile_::instantiate);

    private Profile_() {
    }

    /**
     * Starts a new {@link Profile} with the members that it must have.
     */
    public static Draft<Profile> draft(String name, String locale) {
        return Draft.<Profile>of(Profile_.MODEL, new Object[] {name, locale});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Profile> with(Profile entity) {
        return Draft.<Profile>with(MODEL, entity);
    }

    private static Profile instantiate(RowValues<Profile> row) {
        return new Profile(
                row.<Long>required(0, ID),
                row.<Long>nullable(1, USER_ID),
                row.<String>required(2, NAME),
                row.<String>nullable(3, TELEPHONE),
                row.<String>required(4, LOCALE),
                row.<Mono<User>>handle(0, USER));
    }
}
