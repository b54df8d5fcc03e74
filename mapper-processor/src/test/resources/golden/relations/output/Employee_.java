package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Employee}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "deprecation", "unchecked"})
public final class Employee_ extends GeneratedModel<Employee> {
    private static final Employee_ model = new Employee_();

    public static final NumberColumn<Employee, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final NumberColumn<Employee, Long> MANAGER_ID = model.<Long>number("managerId", "manager_id", SqlTypes.LONG, "NULLABLE", null);

    public static final NumberColumn<Employee, Long> HOME_ID = model.<Long>number("homeId", "home_id", SqlTypes.LONG, "NULLABLE", null);

    public static final NumberColumn<Employee, Long> WORK_ID = model.<Long>number("workId", "work_id", SqlTypes.LONG, "NULLABLE", null);

    public static final BelongsToRelation<Employee, Employee> MANAGER = model.<Employee>belongsTo(model.<Employee>relation("manager", new EntityColumn<?, ?>[] {MANAGER_ID}));

    public static final HasOneRelation<Employee, Employee> REPORT = model.<Employee>hasOne(model.<Employee>relation("report", new EntityColumn<?, ?>[] {ID}));

    public static final BelongsToRelation<Employee, Address> HOME = model.<Address>belongsTo(model.<Address>relation("home", new EntityColumn<?, ?>[] {HOME_ID}));

    public static final BelongsToRelation<Employee, Address> WORK = model.<Address>belongsTo(model.<Address>relation("work", new EntityColumn<?, ?>[] {WORK_ID}));

    /**
     * The model of {@link Employee}.
     */
    public static final EntityModel<Employee> MODEL = model.model(null, "employees", null);

    private Employee_() {
        super(Employee.class, 1);
    }

    /**
     * Starts a new {@link Employee} with its required members.
     */
    public static Draft<Employee> draft(
            Long id) {
        return Employee_.model.start(new Object[] {id});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Employee> copyOf(Employee entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Employee entity = (Employee) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.managerId();
            case 2: return entity.homeId();
            case 3: return entity.workId();
            case 4: return entity.manager();
            case 5: return entity.report();
            case 6: return entity.home();
            case 7: return entity.work();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Employee(
                (Long) row.required(0),
                (Long) row.nullable(1),
                (Long) row.nullable(2),
                (Long) row.nullable(3),
                (Mono<Employee>) handle(row, 4),
                (Mono<Employee>) handle(row, 5),
                (Mono<Address>) handle(row, 6),
                (Mono<Address>) handle(row, 7));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 4: return new EntityColumn<?, ?>[] {Employee_.ID};
            case 5: return new EntityColumn<?, ?>[] {Employee_.MANAGER_ID};
            case 6: return new EntityColumn<?, ?>[] {Address_.ID};
            case 7: return new EntityColumn<?, ?>[] {Address_.ID};
            default: throw outOfRange(member);
        }
    }
}
