package dev.kindred.support;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.util.List;

/** The model of {@link Employee}. */
public final class Employee_ {
    public static final NumberColumn<Employee, Long> ID =
            Handmade.number(ColumnDefinition.of(Employee.class, "id", "id", SqlTypes.LONG, Employee::id)
                    .with(ColumnTrait.ID)
                    .primitive(0L));
    public static final NumberColumn<Employee, Long> MANAGER_ID = Handmade.number(
            ColumnDefinition.of(Employee.class, "managerId", "manager_id", SqlTypes.LONG, Employee::managerId)
                    .with(ColumnTrait.NULLABLE));
    public static final BelongsToRelation<Employee, Employee> MANAGER = Handmade.belongsTo(Handmade.relation(
            "manager", () -> Employee_.MODEL, List.of(MANAGER_ID), () -> List.of(Employee_.ID), Employee::manager));
    public static final HasOneRelation<Employee, Employee> REPORT = Handmade.hasOne(Handmade.relation(
            "report", () -> Employee_.MODEL, List.of(ID), () -> List.of(Employee_.MANAGER_ID), Employee::report));
    public static final EntityModel<Employee> MODEL = Handmade.model(
            Employee.class,
            TableName.of("employees"),
            List.of(ID, MANAGER_ID),
            List.of(MANAGER, REPORT),
            Employee_::instantiate);

    private Employee_() {}

    private static Employee instantiate(Row row) {
        return new Employee(
                row.required(0, ID), row.nullable(1, MANAGER_ID), row.handle(0, MANAGER), row.handle(1, REPORT));
    }
}
