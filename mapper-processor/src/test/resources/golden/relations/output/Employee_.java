package app;

import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Employee}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "deprecation"})
public final class Employee_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Employee, Long> ID = NumberColumn.<Employee, Long>of(ColumnDefinition.<Employee, Long>of(
            Employee.class, "id", "id", SqlTypes.LONG, Employee::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code managerId}.
     */
    public static final NumberColumn<Employee, Long> MANAGER_ID = NumberColumn.<Employee, Long>of(ColumnDefinition.<Employee, Long>of(
            Employee.class, "managerId", "manager_id", SqlTypes.LONG, Employee::managerId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code homeId}.
     */
    public static final NumberColumn<Employee, Long> HOME_ID = NumberColumn.<Employee, Long>of(ColumnDefinition.<Employee, Long>of(
            Employee.class, "homeId", "home_id", SqlTypes.LONG, Employee::homeId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code workId}.
     */
    public static final NumberColumn<Employee, Long> WORK_ID = NumberColumn.<Employee, Long>of(ColumnDefinition.<Employee, Long>of(
            Employee.class, "workId", "work_id", SqlTypes.LONG, Employee::workId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The relation of {@code manager}.
     */
    public static final BelongsToRelation<Employee, Employee> MANAGER = BelongsToRelation.<Employee, Employee>of(new RelationDefinition<Employee, Employee>(
            Employee.class,
            "manager",
            () -> Employee_.MODEL,
            new RelationDefinition.RelationKeys<Employee, Employee>(List.<EntityColumn<Employee, ?>>of(MANAGER_ID), () -> List.<EntityColumn<Employee, ?>>of(Employee_.ID)),
            Employee::manager));

    /**
     * The relation of {@code report}.
     */
    public static final HasOneRelation<Employee, Employee> REPORT = HasOneRelation.<Employee, Employee>of(new RelationDefinition<Employee, Employee>(
            Employee.class,
            "report",
            () -> Employee_.MODEL,
            new RelationDefinition.RelationKeys<Employee, Employee>(List.<EntityColumn<Employee, ?>>of(ID), () -> List.<EntityColumn<Employee, ?>>of(Employee_.MANAGER_ID)),
            Employee::report));

    /**
     * The relation of {@code home}.
     */
    public static final BelongsToRelation<Employee, Address> HOME = BelongsToRelation.<Employee, Address>of(new RelationDefinition<Employee, Address>(
            Employee.class,
            "home",
            () -> Address_.MODEL,
            new RelationDefinition.RelationKeys<Employee, Address>(List.<EntityColumn<Employee, ?>>of(HOME_ID), () -> List.<EntityColumn<Address, ?>>of(Address_.ID)),
            Employee::home));

    /**
     * The relation of {@code work}.
     */
    public static final BelongsToRelation<Employee, Address> WORK = BelongsToRelation.<Employee, Address>of(new RelationDefinition<Employee, Address>(
            Employee.class,
            "work",
            () -> Address_.MODEL,
            new RelationDefinition.RelationKeys<Employee, Address>(List.<EntityColumn<Employee, ?>>of(WORK_ID), () -> List.<EntityColumn<Address, ?>>of(Address_.ID)),
            Employee::work));

    /**
     * What the mapper knows of {@link Employee}.
     */
    public static final EntityModel<Employee> MODEL = EntityModel.<Employee>of(
            Employee.class,
            TableName.of("employees"),
            List.<EntityColumn<Employee, ?>>of(ID, MANAGER_ID, HOME_ID, WORK_ID),
            List.<Relation<Employee, ?>>of(MANAGER, REPORT, HOME, WORK),
            Employee_::instantiate);

    private Employee_() {
    }

    /**
     * Starts a new {@link Employee} with the members that it must have.
     */
    public static Draft<Employee> draft(Long id) {
        return Draft.<Employee>of(Employee_.MODEL, new Object[] {id});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Employee> with(Employee entity) {
        return Draft.<Employee>with(MODEL, entity);
    }

    private static Employee instantiate(RowValues<Employee> row) {
        return new Employee(
                row.<Long>required(0, ID),
                row.<Long>nullable(1, MANAGER_ID),
                row.<Long>nullable(2, HOME_ID),
                row.<Long>nullable(3, WORK_ID),
                row.<Mono<Employee>>handle(0, MANAGER),
                row.<Mono<Employee>>handle(1, REPORT),
                row.<Mono<Address>>handle(2, HOME),
                row.<Mono<Address>>handle(3, WORK));
    }
}
