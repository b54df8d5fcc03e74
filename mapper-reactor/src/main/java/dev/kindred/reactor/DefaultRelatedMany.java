package dev.kindred.reactor;

/** The relation of one entity to many rows, with the entity's key at the time of the call. */
record DefaultRelatedMany<R>(EntitySelect<R> query) implements RelatedMany<R> {}
