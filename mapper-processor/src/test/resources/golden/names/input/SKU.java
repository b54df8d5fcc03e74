package app;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** An entity whose constants are named like classes that the written source uses. */
@Table
public record SKU(@Id Long id, String sku, @dev.kindred.annotation.Column("other") String SKU, Column column, String list) {

    public static String sku(SKU of) {
        return of.sku;
    }
}
