package app;

import dev.kindred.model.RelatedRows;
import dev.kindred.model.RelationScope;

public final class PaidOrders implements RelationScope<Order> {

    @Override
    public RelatedRows<Order> apply(RelatedRows<Order> rows) {
        return rows.where(Order_.TOTAL.gt(0));
    }
}
