package dev.kindred.it.path;

import dev.kindred.model.RelatedRows;
import dev.kindred.model.RelationScope;

/** The pivots of owners. */
public final class Leading implements RelationScope<Membership> {

    @Override
    public RelatedRows<Membership> apply(RelatedRows<Membership> memberships) {
        return memberships.where(Membership_.ROLE.eq("owner")).orWhere(Membership_.POINTS.gt(100));
    }
}
