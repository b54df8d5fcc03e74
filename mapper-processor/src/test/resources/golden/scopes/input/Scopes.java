package app;

import dev.kindred.model.RelatedRows;
import dev.kindred.model.RelationScope;

interface Scopes {

    record Cheap() implements OfOffers {

        @Override
        public RelatedRows<Offer> apply(RelatedRows<Offer> rows) {
            return rows.where(Offer_.PRICE.lt(10)).orderBy(Offer_.PRICE.asc());
        }
    }

    interface OfOffers extends RelationScope<Offer> {}

    class Big implements RelationScope<Shop> {

        @Override
        public RelatedRows<Shop> apply(RelatedRows<Shop> rows) {
            return rows.where(Shop_.ID.gt(1L));
        }
    }
}
