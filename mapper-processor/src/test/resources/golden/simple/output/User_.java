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
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link User}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class User_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<User, Long> ID = NumberColumn.<User, Long>of(ColumnDefinition.<User, Long>of(
            User.class, "id", "id", SqlTypes.LONG, User::id)
            .with(ColumnTrait.ID, ColumnTrait.GENERATED));

    /**
     * The column of {@code email}.
     */
    public static final TextColumn<User> EMAIL = TextColumn.<User>of(ColumnDefinition.<User, String>of(
            User.class, "email", "email", SqlTypes.STRING, User::email));

    /**
     * The relation of {@code profile}.
     */
    public static final HasOneRelation<User, Profile> PROFILE = HasOneRelation.<User, Profile>of(new RelationDefinition<User, Profile>(
            User.class,
            "profile",
            () -> Profile_.MODEL,
            new RelationDefinition.RelationKeys<User, Profile>(List.<EntityColumn<User, ?>>of(ID), () -> List.<EntityColumn<Profile, ?>>of(Profile_.USER_ID)),
            User::profile));

    /**
     * What the mapper knows of {@link User}.
     */
    public static final EntityModel<User> MODEL = EntityModel.<User>of(
            User.class,
            TableName.of("users"),
            List.<EntityColumn<User, ?>>of(ID, EMAIL),
            List.<Relation<User, ?>>of(PROFILE),
            User_::instantiate);

    private User_() {
    }

    /**
     * Starts a new {@link User} with the members that it must have.
     */
    public static Draft<User> draft(String email) {
        return Draft.<User>of(User_.MODEL, new Object[] {email});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<User> with(User entity) {
        return Draft.<User>with(MODEL, entity);
    }

    private static User instantiate(RowValues<User> row) {
        return new User(
                row.<Long>required(0, ID),
                row.<String>required(1, EMAIL),
                row.<Mono<Profile>>handle(0, PROFILE));
    }
}
