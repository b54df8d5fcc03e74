package dev.kindred.it.random;

import dev.kindred.model.RelatedRows;
import dev.kindred.model.RelationScope;

/** The memberships of owners. */
final class Leading implements RelationScope<Membership> {

    @Override
    public RelatedRows<Membership> apply(RelatedRows<Membership> memberships) {
        return memberships.where(Membership_.ROLE.eq("owner"));
    }
}
