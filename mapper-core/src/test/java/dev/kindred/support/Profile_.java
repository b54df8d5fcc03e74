package dev.kindred.support;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.util.List;

/** The model of {@link Profile}. */
public final class Profile_ {
    public static final NumberColumn<Profile, Long> ID =
            Handmade.number(ColumnDefinition.of(Profile.class, "id", "id", SqlTypes.LONG, Profile::id)
                    .with(ColumnTrait.ID, ColumnTrait.GENERATED, ColumnTrait.NULLABLE));
    public static final NumberColumn<Profile, Long> USER_ID =
            Handmade.number(ColumnDefinition.of(Profile.class, "userId", "user_id", SqlTypes.LONG, Profile::userId)
                    .with(ColumnTrait.NULLABLE));
    public static final TextColumn<Profile> NAME =
            Handmade.text(ColumnDefinition.of(Profile.class, "name", "name", SqlTypes.STRING, Profile::name));
    public static final TextColumn<Profile> TELEPHONE = Handmade.text(
            ColumnDefinition.of(Profile.class, "telephone", "telephone", SqlTypes.STRING, Profile::telephone)
                    .with(ColumnTrait.NULLABLE));
    public static final BelongsToRelation<Profile, User> USER = Handmade.belongsTo(
            Handmade.relation("user", () -> User_.MODEL, List.of(USER_ID), () -> List.of(User_.ID), Profile::user));
    public static final HasOneRelation<Profile, Avatar> AVATAR = Handmade.hasOne(Handmade.relation(
            "avatar", () -> Avatar_.MODEL, List.of(ID), () -> List.of(Avatar_.PROFILE_ID), Profile::avatar));
    public static final EntityModel<Profile> MODEL = Handmade.model(
            Profile.class,
            TableName.of("profiles"),
            List.of(ID, USER_ID, NAME, TELEPHONE),
            List.of(USER, AVATAR),
            Profile_::instantiate);

    private Profile_() {}

    private static Profile instantiate(Row row) {
        return new Profile(
                row.nullable(0, ID),
                row.nullable(1, USER_ID),
                row.required(2, NAME),
                row.nullable(3, TELEPHONE),
                row.handle(0, USER),
                row.handle(1, AVATAR));
    }
}
