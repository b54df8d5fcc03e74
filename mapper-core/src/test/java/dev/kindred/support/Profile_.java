package dev.kindred.support;

import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RelationDefinition.RelationKeys;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import dev.kindred.type.TableName;
import java.util.List;

/** The model of {@link Profile}. */
public final class Profile_ {
    public static final NumberColumn<Profile, Long> ID =
            NumberColumn.of(ColumnDefinition.of(Profile.class, "id", "id", SqlTypes.LONG, Profile::id)
                    .with(ColumnTrait.ID, ColumnTrait.GENERATED, ColumnTrait.NULLABLE));
    public static final NumberColumn<Profile, Long> USER_ID =
            NumberColumn.of(ColumnDefinition.of(Profile.class, "userId", "user_id", SqlTypes.LONG, Profile::userId)
                    .with(ColumnTrait.NULLABLE));
    public static final TextColumn<Profile> NAME =
            TextColumn.of(ColumnDefinition.of(Profile.class, "name", "name", SqlTypes.STRING, Profile::name));
    public static final TextColumn<Profile> TELEPHONE = TextColumn.of(
            ColumnDefinition.of(Profile.class, "telephone", "telephone", SqlTypes.STRING, Profile::telephone)
                    .with(ColumnTrait.NULLABLE));
    public static final BelongsToRelation<Profile, User> USER = BelongsToRelation.of(new RelationDefinition<>(
            Profile.class,
            "user",
            () -> User_.MODEL,
            new RelationKeys<>(List.of(USER_ID), () -> List.of(User_.ID)),
            Profile::user));
    public static final HasOneRelation<Profile, Avatar> AVATAR = HasOneRelation.of(new RelationDefinition<>(
            Profile.class,
            "avatar",
            () -> Avatar_.MODEL,
            new RelationKeys<>(List.of(ID), () -> List.of(Avatar_.PROFILE_ID)),
            Profile::avatar));
    public static final EntityModel<Profile> MODEL = EntityModel.of(
            Profile.class,
            TableName.of("profiles"),
            List.of(ID, USER_ID, NAME, TELEPHONE),
            List.of(USER, AVATAR),
            Profile_::instantiate);

    private Profile_() {}

    private static Profile instantiate(RowValues<Profile> row) {
        return new Profile(
                row.getOrNull(0, ID),
                row.getOrNull(1, USER_ID),
                row.get(2, NAME),
                row.getOrNull(3, TELEPHONE),
                row.handle(0, USER),
                row.handle(1, AVATAR));
    }
}
