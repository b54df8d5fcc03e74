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
 * The columns and relations of {@link Company}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Company_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Company, Long> ID = NumberColumn.<Company, Long>of(ColumnDefinition.<Company, Long>of(
            Company.class, "id", "id", SqlTypes.LONG, Company::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code byField}.
     */
    public static final TextColumn<Company> BY_FIELD = TextColumn.<Company>of(ColumnDefinition.<Company, String>of(
            Company.class, "byField", "by_field", SqlTypes.STRING, Company::byField)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code byParameter}.
     */
    public static final TextColumn<Company> BY_PARAMETER = TextColumn.<Company>of(ColumnDefinition.<Company, String>of(
            Company.class, "byParameter", "by_parameter", SqlTypes.STRING, Company::byParameter)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code byAccessor}.
     */
    public static final TextColumn<Company> BY_ACCESSOR = TextColumn.<Company>of(ColumnDefinition.<Company, String>of(
            Company.class, "byAccessor", "by_accessor", SqlTypes.STRING, Company::byAccessor)
            .with(ColumnTrait.NULLABLE));

    /**
     * The parameters of the constructor, whose names a class file may lack.
     */
    static final String members = "id,byField,byParameter,byAccessor";

    /**
     * What the mapper knows of {@link Company}.
     */
    public static final EntityModel<Company> MODEL = EntityModel.<Company>of(
            Company.class,
            TableName.of("company"),
            List.<EntityColumn<Company, ?>>of(ID, BY_FIELD, BY_PARAMETER, BY_ACCESSOR),
            List.<Relation<Company, ?>>of(),
            Company_::instantiate);

    private Company_() {
    }

    /**
     * Starts a new {@link Company} with the members that it must have.
     */
    public static Draft<Company> draft(Long id) {
        return Draft.<Company>of(Company_.MODEL, new Object[] {id});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Company> with(Company entity) {
        return Draft.<Company>with(MODEL, entity);
    }

    private static Company instantiate(RowValues<Company> row) {
        return new Company(
                row.<Long>required(0, ID),
                row.<String>nullable(1, BY_FIELD),
                row.<String>nullable(2, BY_PARAMETER),
                row.<String>nullable(3, BY_ACCESSOR));
    }
}
