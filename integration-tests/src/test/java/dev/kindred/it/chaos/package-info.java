/**
 * Many callers write and read under random faults of the server and of the network. A ledger of what each call was told
 * is compared with the rows. Read {@link dev.kindred.it.chaos.ChaosIntegrationTests} first, then
 * {@link dev.kindred.it.chaos.Oracle}.
 */
@NullMarked
package dev.kindred.it.chaos;

import org.jspecify.annotations.NullMarked;
