package dev.kindred.reactor.internal.wiring;

import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.internal.replica.Replication;
import dev.kindred.reactor.internal.schema.SchemaRunner;
import dev.kindred.reactor.internal.select.QueryContext;
import dev.kindred.reactor.internal.transaction.Transactions;

/**
 * The parts of a mapper.
 *
 * @param execution the parts of queries
 * @param writing the parts of writes
 * @param transactions the transactions
 * @param schema the runner of schema statements
 * @param replication the reads of replicas
 */
public record MapperParts(
        QueryContext execution,
        WriteContext writing,
        Transactions transactions,
        SchemaRunner schema,
        Replication replication) {}
