package app;

import dev.kindred.model.BelongsTo;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.sql.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Profile}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class Profile_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Profile, Long> ID = NumberColumn.of(ColumnDefinition.of(
            Profile.class, "id", "id", SqlTypes.LONG, Profile::id)
            .with(ColumnTrait.ID, ColumnTrait.GENERATED));

    /**
     * The column of {@code userId}.
     */
    public static final NumberColumn<Profile, Long> USER_ID = NumberColumn.of(ColumnDefinition.of(
            Profile.class, "userId", "user_id", SqlTypes.LONG, Profile::userId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code name}.
     */
    public static final TextColumn<Profile> NAME = TextColumn.of(ColumnDefinition.of(
            Profile.class, "name", "name", SqlTypes.STRING, Profile::name));

    /**
     * The column of {@code telephone}.
     */
    public static final TextColumn<Profile> TELEPHONE = TextColumn.of(ColumnDefinition.of(
            Profile.class, "telephone", "telephone", SqlTypes.STRING, Profile::telephone)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code locale}.
     */
    public static final TextColumn<Profile> LOCALE = TextColumn.of(ColumnDefinition.of(
            Profile.class, "locale", "locale", SqlTypes.STRING, Profile::locale));

    /**
     * The relation of {@code user}.
     */
    public static final BelongsTo<Profile, User> USER = BelongsTo.of(new RelationDefinition<>(
            Profile.class,
            "user",
            () -> User_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(USER_ID), () -> List.of(User_.ID)),
            Profile::user));

    /**
     * What the mapper knows of {@link Profile}.
     */
    public static final EntityModel<Profile> MODEL = EntityModel.of(
            Profile.class,
            TableName.of("profiles"),
            List.of(ID, USER_ID, NAME, TELEPHONE, LOCALE),
            List.of(USER),
            Profile_::instantiate);

    private Profile_() {
    }

    private static Profile instantiate(RowValues<Profile> row) {
        return new Profile(
                row.required(0, ID),
                row.nullable(1, USER_ID),
                row.required(2, NAME),
                row.nullable(3, TELEPHONE),
                row.required(4, LOCALE),
                row.handle(0, USER));
    }
}
