package app;

import dev.kindred.model.BelongsTo;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOne;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.sql.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Employee}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class Employee_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Employee, Long> ID = NumberColumn.of(ColumnDefinition.of(
            Employee.class, "id", "id", SqlTypes.LONG, Employee::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code managerId}.
     */
    public static final NumberColumn<Employee, Long> MANAGER_ID = NumberColumn.of(ColumnDefinition.of(
            Employee.class, "managerId", "manager_id", SqlTypes.LONG, Employee::managerId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code homeId}.
     */
    public static final NumberColumn<Employee, Long> HOME_ID = NumberColumn.of(ColumnDefinition.of(
            Employee.class, "homeId", "home_id", SqlTypes.LONG, Employee::homeId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code workId}.
     */
    public static final NumberColumn<Employee, Long> WORK_ID = NumberColumn.of(ColumnDefinition.of(
            Employee.class, "workId", "work_id", SqlTypes.LONG, Employee::workId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The relation of {@code manager}.
     */
    public static final BelongsTo<Employee, Employee> MANAGER = BelongsTo.of(new RelationDefinition<>(
            Employee.class,
            "manager",
            () -> Employee_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(MANAGER_ID), () -> List.of(Employee_.ID)),
            Employee::manager));

    /**
     * The relation of {@code report}.
     */
    public static final HasOne<Employee, Employee> REPORT = HasOne.of(new RelationDefinition<>(
            Employee.class,
            "report",
            () -> Employee_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(ID), () -> List.of(Employee_.MANAGER_ID)),
            Employee::report));

    /**
     * The relation of {@code home}.
     */
    public static final BelongsTo<Employee, Address> HOME = BelongsTo.of(new RelationDefinition<>(
            Employee.class,
            "home",
            () -> Address_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(HOME_ID), () -> List.of(Address_.ID)),
            Employee::home));

    /**
     * The relation of {@code work}.
     */
    public static final BelongsTo<Employee, Address> WORK = BelongsTo.of(new RelationDefinition<>(
            Employee.class,
            "work",
            () -> Address_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(WORK_ID), () -> List.of(Address_.ID)),
            Employee::work));

    /**
     * What the mapper knows of {@link Employee}.
     */
    public static final EntityModel<Employee> MODEL = EntityModel.of(
            Employee.class,
            TableName.of("employees"),
            List.of(ID, MANAGER_ID, HOME_ID, WORK_ID),
            List.of(MANAGER, REPORT, HOME, WORK),
            Employee_::instantiate);

    private Employee_() {
    }

    private static Employee instantiate(RowValues<Employee> row) {
        return new Employee(
                row.required(0, ID),
                row.nullable(1, MANAGER_ID),
                row.nullable(2, HOME_ID),
                row.nullable(3, WORK_ID),
                row.<Mono<Employee>>handle(0, MANAGER),
                row.<Mono<Employee>>handle(1, REPORT),
                row.<Mono<Address>>handle(2, HOME),
                row.<Mono<Address>>handle(3, WORK));
    }
}
