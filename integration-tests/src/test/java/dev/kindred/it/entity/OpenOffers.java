package dev.kindred.it.entity;

import dev.kindred.model.RelatedRows;
import dev.kindred.model.RelationScope;

/** The open offers, cheapest first. */
public final class OpenOffers implements RelationScope<Offer> {

    @Override
    public RelatedRows<Offer> apply(RelatedRows<Offer> rows) {
        return rows.where(Offer_.OPEN.eq(true)).orderBy(Offer_.PRICE.asc());
    }
}
