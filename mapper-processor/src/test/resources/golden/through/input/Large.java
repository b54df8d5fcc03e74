package app;

import dev.kindred.model.RelatedRows;
import dev.kindred.model.RelationScope;

public final class Large implements RelationScope<Invoice> {

    @Override
    public RelatedRows<Invoice> apply(RelatedRows<Invoice> invoices) {
        return invoices.where(Invoice_.TOTAL.gt(1000));
    }
}
