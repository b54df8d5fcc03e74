package dev.kindred.support;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.util.List;

/** The model of {@link User}. */
public final class User_ {
    public static final NumberColumn<User, Long> ID =
            Handmade.number(ColumnDefinition.of(User.class, "id", "id", SqlTypes.LONG, User::id)
                    .with(ColumnTrait.ID, ColumnTrait.GENERATED, ColumnTrait.NULLABLE));
    public static final TextColumn<User> EMAIL =
            Handmade.text(ColumnDefinition.of(User.class, "email", "email", SqlTypes.STRING, User::email));
    public static final TextColumn<User> NICKNAME =
            Handmade.text(ColumnDefinition.of(User.class, "nickname", "nickname", SqlTypes.STRING, User::nickname)
                    .with(ColumnTrait.NULLABLE));
    public static final NumberColumn<User, Integer> LOGINS =
            Handmade.number(ColumnDefinition.of(User.class, "logins", "logins", SqlTypes.INTEGER, User::logins)
                    .primitive(0));
    public static final HasOneRelation<User, Profile> PROFILE = Handmade.hasOne(Handmade.relation(
            "profile", () -> Profile_.MODEL, List.of(ID), () -> List.of(Profile_.USER_ID), User::profile));
    public static final EntityModel<User> MODEL = Handmade.model(
            User.class,
            TableName.of("users"),
            List.of(ID, EMAIL, NICKNAME, LOGINS),
            List.of(PROFILE),
            User_::instantiate);

    private User_() {}

    private static User instantiate(Row row) {
        return new User(
                row.nullable(0, ID),
                row.required(1, EMAIL),
                row.nullable(2, NICKNAME),
                row.required(3, LOGINS),
                row.handle(0, PROFILE));
    }
}
