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
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Outer.User}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Outer_User_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Outer.User, Long> ID = NumberColumn.<Outer.User, Long>of(ColumnDefinition.<Outer.User, Long>of(
            Outer.User.class, "id", "id", SqlTypes.LONG, Outer.User::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code mood}.
     */
    public static final EntityColumn<Outer.User, Outer.Mood> MOOD = ColumnDefinition.<Outer.User, Outer.Mood>of(
            Outer.User.class, "mood", "mood", SqlTypes.<Outer.Mood>enumAsText(Outer.Mood.class), Outer.User::mood)
            .column();

    /**
     * The relation of {@code profile}.
     */
    public static final HasOneRelation<Outer.User, Outer.Inner.Profile> PROFILE = HasOneRelation.<Outer.User, Outer.Inner.Profile>of(new RelationDefinition<Outer.User, Outer.Inner.Profile>(
            Outer.User.class,
            "profile",
            () -> Outer_Inner_Profile_.MODEL,
            new RelationDefinition.RelationKeys<Outer.User, Outer.Inner.Profile>(List.<EntityColumn<Outer.User, ?>>of(ID), () -> List.<EntityColumn<Outer.Inner.Profile, ?>>of(Outer_Inner_Profile_.USER_ID)),
            Outer.User::profile));

    /**
     * What the mapper knows of {@link Outer.User}.
     */
    public static final EntityModel<Outer.User> MODEL = EntityModel.<Outer.User>of(
            Outer.User.class,
            TableName.of("user"),
            List.<EntityColumn<Outer.User, ?>>of(ID, MOOD),
            List.<Relation<Outer.User, ?>>of(PROFILE),
            Outer_User_::instantiate);

    private Outer_User_() {
    }

    /**
     * Starts a new {@link Outer.User} with the members that it must have.
     */
    public static Draft<Outer.User> draft(Long id, Outer.Mood mood) {
        return Draft.<Outer.User>of(Outer_User_.MODEL, new Object[] {id, mood});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Outer.User> with(Outer.User entity) {
        return Draft.<Outer.User>with(MODEL, entity);
    }

    private static Outer.User instantiate(RowValues<Outer.User> row) {
        return new Outer.User(
                row.<Long>required(0, ID),
                row.<Outer.Mood>required(1, MOOD),
                row.<Mono<Outer.Inner.Profile>>handle(0, PROFILE));
    }
}
