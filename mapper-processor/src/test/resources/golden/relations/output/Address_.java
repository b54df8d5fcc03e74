package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Address}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "deprecation"})
public final class Address_ extends GeneratedModel<Address> {
    private static final Address_ model = new Address_();

    public static final NumberColumn<Address, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID GENERATED", null);

    public static final TextColumn<Address> STREET = model.text("street", "street", SqlTypes.STRING, "", null);

    /**
     * The model of {@link Address}.
     */
    public static final EntityModel<Address> MODEL = model.model(null, "address", null);

    private Address_() {
        super(Address.class, 1);
    }

    /**
     * Starts a new {@link Address} with its required members.
     */
    public static Draft<Address> draft(
            String street) {
        return Address_.model.start(new Object[] {street});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Address> copyOf(Address entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Address entity = (Address) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.street();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Address(
                (Long) row.required(0),
                (String) row.required(1));
    }
}
