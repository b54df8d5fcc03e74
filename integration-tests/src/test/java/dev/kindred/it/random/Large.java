package dev.kindred.it.random;

import dev.kindred.model.RelatedRows;
import dev.kindred.model.RelationScope;

/** The orders with a large total, and those of the first day. */
final class Large implements RelationScope<Order> {

    @Override
    public RelatedRows<Order> apply(RelatedRows<Order> orders) {
        return orders.where(Order_.TOTAL.gt(4)).orWhere(Order_.DAY.eq(1));
    }
}
