package app;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
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

/**
 * The columns and relations of {@link Address}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "deprecation"})
public final class Address_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Address, Long> ID = NumberColumn.<Address, Long>of(ColumnDefinition.<Address, Long>of(
            Address.class, "id", "id", SqlTypes.LONG, Address::id)
            .with(ColumnTrait.ID, ColumnTrait.GENERATED));

    /**
     * The column of {@code street}.
     */
    public static final TextColumn<Address> STREET = TextColumn.<Address>of(ColumnDefinition.<Address, String>of(
            Address.class, "street", "street", SqlTypes.STRING, Address::street));

    /**
     * What the mapper knows of {@link Address}.
     */
    public static final EntityModel<Address> MODEL = EntityModel.<Address>of(
            Address.class,
            TableName.of("address"),
            List.<EntityColumn<Address, ?>>of(ID, STREET),
            List.<Relation<Address, ?>>of(),
            Address_::instantiate);

    private Address_() {
    }

    /**
     * Starts a new {@link Address} with the members that it must have.
     */
    public static Draft<Address> draft(String street) {
        return Draft.<Address>of(Address_.MODEL, new Object[] {street});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Address> with(Address entity) {
        return Draft.<Address>with(MODEL, entity);
    }

    private static Address instantiate(RowValues<Address> row) {
        return new Address(
                row.<Long>required(0, ID),
                row.<String>required(1, STREET));
    }
}
