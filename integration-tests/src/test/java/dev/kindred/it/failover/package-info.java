/** Several servers: a list of hosts, and a standby that is promoted. */
@NullMarked
package dev.kindred.it.failover;

import org.jspecify.annotations.NullMarked;
