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
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Outer.Inner.Profile}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
final class Outer_Inner_Profile_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Outer.Inner.Profile, Long> ID = NumberColumn.<Outer.Inner.Profile, Long>of(ColumnDefinition.<Outer.Inner.Profile, Long>of(
            Outer.Inner.Profile.class, "id", "id", SqlTypes.LONG, Outer.Inner.Profile::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code userId}.
     */
    public static final NumberColumn<Outer.Inner.Profile, Long> USER_ID = NumberColumn.<Outer.Inner.Profile, Long>of(ColumnDefinition.<Outer.Inner.Profile, Long>of(
            Outer.Inner.Profile.class, "userId", "user_id", SqlTypes.LONG, Outer.Inner.Profile::userId));

    /**
     * The relation of {@code user}.
     */
    public static final BelongsToRelation<Outer.Inner.Profile, Outer.User> USER = BelongsToRelation.<Outer.Inner.Profile, Outer.User>of(new RelationDefinition<Outer.Inner.Profile, Outer.User>(
            Outer.Inner.Profile.class,
            "user",
            () -> Outer_User_.MODEL,
            new RelationDefinition.RelationKeys<Outer.Inner.Profile, Outer.User>(List.<EntityColumn<Outer.Inner.Profile, ?>>of(USER_ID), () -> List.<EntityColumn<Outer.User, ?>>of(Outer_User_.ID)),
            Outer.Inner.Profile::user));

    /**
     * What the mapper knows of {@link Outer.Inner.Profile}.
     */
    public static final EntityModel<Outer.Inner.Profile> MODEL = EntityModel.<Outer.Inner.Profile>of(
            Outer.Inner.Profile.class,
            TableName.of("profile"),
            List.<EntityColumn<Outer.Inner.Profile, ?>>of(ID, USER_ID),
            List.<Relation<Outer.Inner.Profile, ?>>of(USER),
            Outer_Inner_Profile_::instantiate);

    private Outer_Inner_Profile_() {
    }

    /**
     * Starts a new {@link Outer.Inner.Profile} with the members that it must have.
     */
    public static Draft<Outer.Inner.Profile> draft(Long id, Long userId) {
        return Draft.<Outer.Inner.Profile>of(Outer_Inner_Profile_.MODEL, new Object[] {id, userId});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Outer.Inner.Profile> with(Outer.Inner.Profile entity) {
        return Draft.<Outer.Inner.Profile>with(MODEL, entity);
    }

    private static Outer.Inner.Profile instantiate(RowValues<Outer.Inner.Profile> row) {
        return new Outer.Inner.Profile(
                row.<Long>required(0, ID),
                row.<Long>required(1, USER_ID),
                row.<Mono<Outer.User>>handle(0, USER));
    }
}
