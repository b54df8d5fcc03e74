package dev.kindred.it.path;

import dev.kindred.model.RelatedRows;
import dev.kindred.model.RelationScope;

/** The teams whose pivot is that of an owner. */
public final class Owned implements RelationScope<Team> {

    @Override
    public RelatedRows<Team> apply(RelatedRows<Team> teams) {
        return teams.where(Person_.OWNED.pivot(Membership_.ROLE.eq("owner")));
    }
}
