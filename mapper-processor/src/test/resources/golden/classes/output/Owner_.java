package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Owner}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
final class Owner_ extends GeneratedModel<Owner> {
    private static final Owner_ model = new Owner_();

    public static final NumberColumn<Owner, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final NumberColumn<Owner, Long> ACCOUNT_ID = model.<Long>number("accountId", "account_id", SqlTypes.LONG, "", null);

    /**
     * The model of {@link Owner}.
     */
    public static final EntityModel<Owner> MODEL = model.model(null, "owner", null);

    private Owner_() {
        super(Owner.class, 1);
    }

    /**
     * Starts a new {@link Owner} with its required members.
     */
    public static Draft<Owner> draft(
            Long id,
            Long accountId) {
        return Owner_.model.start(new Object[] {id, accountId});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Owner> copyOf(Owner entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Owner entity = (Owner) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.accountId();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Owner(
                (Long) row.required(0),
                (Long) row.required(1));
    }
}
