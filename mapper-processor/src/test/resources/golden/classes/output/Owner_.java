package app;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RowValues;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Owner}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
final class Owner_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Owner, Long> ID = NumberColumn.<Owner, Long>of(ColumnDefinition.<Owner, Long>of(
            Owner.class, "id", "id", SqlTypes.LONG, Owner::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code accountId}.
     */
    public static final NumberColumn<Owner, Long> ACCOUNT_ID = NumberColumn.<Owner, Long>of(ColumnDefinition.<Owner, Long>of(
            Owner.class, "accountId", "account_id", SqlTypes.LONG, Owner::accountId));

    /**
     * What the mapper knows of {@link Owner}.
     */
    public static final EntityModel<Owner> MODEL = EntityModel.<Owner>of(
            Owner.class,
            TableName.of("owner"),
            List.<EntityColumn<Owner, ?>>of(ID, ACCOUNT_ID),
            List.<Relation<Owner, ?>>of(),
            Owner_::instantiate);

    private Owner_() {
    }

    /**
     * Starts a new {@link Owner} with the members that it must have.
     */
    public static Draft<Owner> draft(Long id, Long accountId) {
        return Draft.<Owner>of(Owner_.MODEL, new Object[] {id, accountId});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Owner> with(Owner entity) {
        return Draft.<Owner>with(MODEL, entity);
    }

    private static Owner instantiate(RowValues<Owner> row) {
        return new Owner(
                row.<Long>required(0, ID),
                row.<Long>required(1, ACCOUNT_ID));
    }
}
