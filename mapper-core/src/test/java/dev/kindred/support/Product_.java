package dev.kindred.support;

import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RowValues;
import dev.kindred.support.Product.Size;
import dev.kindred.type.GenericType;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import dev.kindred.type.TableName;
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
            NumberColumn.of(ColumnDefinition.of(Product.class, "id", "id", SqlTypes.LONG, Product::id)
                    .with(ColumnTrait.ID)
                    .primitive(0L));
    public static final NumberColumn<Product, BigDecimal> PRICE =
            NumberColumn.of(ColumnDefinition.of(Product.class, "price", "price", SqlTypes.BIG_DECIMAL, Product::price));
    public static final ComparableColumn<Product, Size> SIZE =
            ComparableColumn.of(ColumnDefinition.of(Product.class, "size", "size", SIZE_TYPE, Product::size));
    public static final EntityColumn<Product, List<Size>> SIZES = ColumnDefinition.of(
                    Product.class, "sizes", "sizes", SqlTypes.list(SIZE_TYPE), Product::sizes)
            .column();
    public static final EntityColumn<Product, Map<String, String>> LABELS = ColumnDefinition.of(
                    Product.class, "labels", "labels", LABELS_TYPE, Product::labels)
            .column();
    public static final ComparableColumn<Product, Duration> WARRANTY = ComparableColumn.of(
            ColumnDefinition.of(Product.class, "warranty", "warranty", SqlTypes.DURATION, Product::warranty));
    public static final EntityColumn<Product, List<Duration>> SERVICES = ColumnDefinition.of(
                    Product.class, "services", "services", SqlTypes.list(SqlTypes.DURATION), Product::services)
            .column();
    public static final EntityColumn<Product, List<BigDecimal>> DISCOUNTS = ColumnDefinition.of(
                    Product.class, "discounts", "discounts", SqlTypes.list(SqlTypes.BIG_DECIMAL), Product::discounts)
            .column();
    public static final EntityModel<Product> MODEL = EntityModel.of(
            Product.class,
            TableName.of("products"),
            List.of(ID, PRICE, SIZE, SIZES, LABELS, WARRANTY, SERVICES, DISCOUNTS),
            List.of(),
            Product_::instantiate);

    private Product_() {}

    private static Product instantiate(RowValues<Product> row) {
        return new Product(
                row.get(0, ID),
                row.get(1, PRICE),
                row.get(2, SIZE),
                row.get(3, SIZES),
                row.get(4, LABELS),
                row.get(5, WARRANTY),
                row.get(6, SERVICES),
                row.get(7, DISCOUNTS));
    }
}
