package app;

import dev.kindred.model.Column;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOne;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.sql.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Outer.User}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class Outer_User_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Outer.User, Long> ID = NumberColumn.of(ColumnDefinition.of(
            Outer.User.class, "id", "id", SqlTypes.LONG, Outer.User::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code mood}.
     */
    public static final Column<Outer.User, Outer.Mood> MOOD = ColumnDefinition.of(
            Outer.User.class, "mood", "mood", SqlTypes.enumAsText(Outer.Mood.class), Outer.User::mood)
            .column();

    /**
     * The relation of {@code profile}.
     */
    public static final HasOne<Outer.User, Outer.Inner.Profile> PROFILE = HasOne.of(new RelationDefinition<>(
            Outer.User.class,
            "profile",
            () -> Outer_Inner_Profile_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(ID), () -> List.of(Outer_Inner_Profile_.USER_ID)),
            Outer.User::profile));

    /**
     * What the mapper knows of {@link Outer.User}.
     */
    public static final EntityModel<Outer.User> MODEL = EntityModel.of(
            Outer.User.class,
            TableName.of("user"),
            List.of(ID, MOOD),
            List.of(PROFILE),
            Outer_User_::instantiate);

    private Outer_User_() {
    }

    private static Outer.User instantiate(RowValues<Outer.User> row) {
        return new Outer.User(
                row.required(0, ID),
                row.required(1, MOOD),
                row.handle(0, PROFILE));
    }
}
