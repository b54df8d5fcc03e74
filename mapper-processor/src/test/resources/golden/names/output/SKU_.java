package app;

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
 * The columns and relations of {@link SKU}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class SKU_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<SKU, Long> ID = NumberColumn.<SKU, Long>of(ColumnDefinition.<SKU, Long>of(
            SKU.class, "id", "id", SqlTypes.LONG, SKU::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code sku}.
     */
    public static final TextColumn<SKU> SKU__ = TextColumn.<SKU>of(ColumnDefinition.<SKU, String>of(
            SKU.class, "sku", "sku", SqlTypes.STRING, entity -> entity.sku()));

    /**
     * The column of {@code SKU}.
     */
    public static final TextColumn<SKU> SKU___ = TextColumn.<SKU>of(ColumnDefinition.<SKU, String>of(
            SKU.class, "SKU", "other", SqlTypes.STRING, SKU::SKU));

    /**
     * The column of {@code column}.
     */
    public static final dev.kindred.model.EntityColumn<SKU, Column> COLUMN = ColumnDefinition.<SKU, Column>of(
            SKU.class, "column", "column", SqlTypes.<Column>enumAsText(Column.class), SKU::column)
            .column();

    /**
     * The column of {@code list}.
     */
    public static final TextColumn<SKU> LIST = TextColumn.<SKU>of(ColumnDefinition.<SKU, String>of(
            SKU.class, "list", "list", SqlTypes.STRING, SKU::list));

    /**
     * What the mapper knows of {@link SKU}.
     */
    public static final EntityModel<SKU> MODEL = EntityModel.<SKU>of(
            SKU.class,
            TableName.of("sku"),
            List.<dev.kindred.model.EntityColumn<SKU, ?>>of(ID, SKU__, SKU___, COLUMN, LIST),
            List.<Relation<SKU, ?>>of(),
            SKU_::instantiate);

    private SKU_() {
    }

    /**
     * Starts a new {@link SKU} with the members that it must have.
     */
    public static Draft<SKU> draft(Long id, String sku, String SKU, Column column, String list) {
        return Draft.<SKU>of(SKU_.MODEL, new Object[] {id, sku, SKU, column, list});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<SKU> with(SKU entity) {
        return Draft.<SKU>with(MODEL, entity);
    }

    private static SKU instantiate(RowValues<SKU> row) {
        return new SKU(
                row.<Long>required(0, ID),
                row.<String>required(1, SKU__),
                row.<String>required(2, SKU___),
                row.<Column>required(3, COLUMN),
                row.<String>required(4, LIST));
    }
}
