package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityColumn;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The parts that writes need.
 *
 * @param rows sends the statements
 * @param clock where audit times come from
 * @param withoutIndex the columns that were found to have no unique index
 * @param pivotsWithoutIndex the pivot tables that were found to have no unique index on the pair
 */
public record WriteContext(
        RowWriter rows,
        Clock clock,
        Set<List<? extends EntityColumn<?, ?>>> withoutIndex,
        Set<TableName> pivotsWithoutIndex) {}
