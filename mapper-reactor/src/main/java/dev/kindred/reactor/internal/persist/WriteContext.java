package dev.kindred.reactor.internal.persist;

import dev.kindred.model.HasOneRelation;
import java.time.Clock;
import java.util.Set;

/**
 * The parts that writes need.
 *
 * @param rows sends the statements
 * @param clock where audit times come from
 * @param withoutIndex the relations whose foreign key was found to have no unique index
 */
public record WriteContext(RowWriter rows, Clock clock, Set<HasOneRelation<?, ?>> withoutIndex) {}
