package dev.kindred.support;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.util.List;

/** The model of {@link Avatar}. */
public final class Avatar_ {
    public static final NumberColumn<Avatar, Long> ID =
            Handmade.number(ColumnDefinition.of(Avatar.class, "id", "id", SqlTypes.LONG, Avatar::id)
                    .with(ColumnTrait.ID)
                    .primitive(0L));
    public static final NumberColumn<Avatar, Integer> PROFILE_ID = Handmade.number(
            ColumnDefinition.of(Avatar.class, "profileId", "profile_id", SqlTypes.INTEGER, Avatar::profileId)
                    .primitive(0));
    public static final TextColumn<Avatar> URL =
            Handmade.text(ColumnDefinition.of(Avatar.class, "url", "url", SqlTypes.STRING, Avatar::url));
    public static final BelongsToRelation<Avatar, Profile> PROFILE = Handmade.belongsTo(Handmade.relation(
            "profile", () -> Profile_.MODEL, List.of(PROFILE_ID), () -> List.of(Profile_.ID), Avatar::profile));
    public static final EntityModel<Avatar> MODEL = Handmade.model(
            Avatar.class,
            TableName.of("avatars"),
            List.of(ID, PROFILE_ID, URL),
            List.of(PROFILE),
            Avatar_::instantiate);

    private Avatar_() {}

    private static Avatar instantiate(Row row) {
        return new Avatar(
                row.required(0, ID), row.required(1, PROFILE_ID), row.required(2, URL), row.handle(0, PROFILE));
    }
}
