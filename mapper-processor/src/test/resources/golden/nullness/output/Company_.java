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
 * The columns and relations of {@link Company}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Company_ extends GeneratedModel<Company> {
    private static final Company_ model = new Company_();

    public static final NumberColumn<Company, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final TextColumn<Company> BY_FIELD = model.text("byField", "by_field", SqlTypes.STRING, "NULLABLE", null);

    public static final TextColumn<Company> BY_PARAMETER = model.text("byParameter", "by_parameter", SqlTypes.STRING, "NULLABLE", null);

    public static final TextColumn<Company> BY_ACCESSOR = model.text("byAccessor", "by_accessor", SqlTypes.STRING, "NULLABLE", null);

    /**
     * The parameter names of the constructor.
     */
    static final String members = "id,byField,byParameter,byAccessor";

    /**
     * The model of {@link Company}.
     */
    public static final EntityModel<Company> MODEL = model.model(null, "company", null);

    private Company_() {
        super(Company.class, 1);
    }

    /**
     * Starts a new {@link Company} with its required members.
     */
    public static Draft<Company> draft(
            Long id) {
        return Company_.model.start(new Object[] {id});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Company> copyOf(Company entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Company entity = (Company) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.byField();
            case 2: return entity.byParameter();
            case 3: return entity.byAccessor();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Company(
                (Long) row.required(0),
                (String) row.nullable(1),
                (String) row.nullable(2),
                (String) row.nullable(3));
    }
}
