/** Connections to one of several servers: the order of the servers, and the check of their role. */
@NullMarked
package dev.kindred.reactor.internal.host;

import org.jspecify.annotations.NullMarked;
