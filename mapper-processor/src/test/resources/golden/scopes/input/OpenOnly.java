package app;

import dev.kindred.model.RelatedRows;
import dev.kindred.model.RelationScope;

public final class OpenOnly implements RelationScope<Offer> {

    @Override
    public RelatedRows<Offer> apply(RelatedRows<Offer> rows) {
        return rows.where(Offer_.OPEN.eq(true));
    }
}
