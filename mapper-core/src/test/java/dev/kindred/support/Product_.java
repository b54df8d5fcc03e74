package dev.kindred.support;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.GenericType;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.NumberColumn;
import dev.kindred.support.Product.Size;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The model of {@link Product}. */
public final class Product_ {
    private static final SqlType<Size> SIZE_TYPE = SqlTypes.enumAs(Size.class, "shop.size");
    private static final SqlType<Map<String, String>> LABELS_TYPE =
            SqlTypes.json(Map.class, GenericType.of(Map.class, String.class, String.class), "jsonb");

    public static final NumberColumn<Product, Long> ID =
            Handmade.number(ColumnDefinition.of(Product.class, "id", "id", SqlTypes.LONG, Product::id)
                    .with(ColumnTrait.ID)
                    .primitive(0L));
    public static final NumberColumn<Product, BigDecimal> PRICE =
            Handmade.number(ColumnDefinition.of(Product.class, "price", "price", SqlTypes.BIG_DECIMAL, Product::price));
    public static final ComparableColumn<Product, Size> SIZE =
            Handmade.comparable(ColumnDefinition.of(Product.class, "size", "size", SIZE_TYPE, Product::size));
    public static final EntityColumn<Product, List<Size>> SIZES = Handmade.plain(
            ColumnDefinition.of(Product.class, "sizes", "sizes", SqlTypes.list(SIZE_TYPE), Product::sizes));
    public static final EntityColumn<Product, Map<String, String>> LABELS =
            Handmade.plain(ColumnDefinition.of(Product.class, "labels", "labels", LABELS_TYPE, Product::labels));
    public static final ComparableColumn<Product, Duration> WARRANTY = Handmade.comparable(
            ColumnDefinition.of(Product.class, "warranty", "warranty", SqlTypes.DURATION, Product::warranty));
    public static final EntityColumn<Product, List<Duration>> SERVICES = Handmade.plain(ColumnDefinition.of(
            Product.class, "services", "services", SqlTypes.list(SqlTypes.DURATION), Product::services));
    public static final EntityColumn<Product, List<BigDecimal>> DISCOUNTS = Handmade.plain(ColumnDefinition.of(
            Product.class, "discounts", "discounts", SqlTypes.list(SqlTypes.BIG_DECIMAL), Product::discounts));
    public static final EntityModel<Product> MODEL = Handmade.model(
            Product.class,
            TableName.of("products"),
            List.of(ID, PRICE, SIZE, SIZES, LABELS, WARRANTY, SERVICES, DISCOUNTS),
            List.of(),
            Product_::instantiate);

    private Product_() {}

    private static Product instantiate(Row row) {
        return new Product(
                row.required(0, ID),
                row.required(1, PRICE),
                row.required(2, SIZE),
                row.required(3, SIZES),
                row.required(4, LABELS),
                row.required(5, WARRANTY),
                row.required(6, SERVICES),
                row.required(7, DISCOUNTS));
    }
}
