/** Relations to many rows: clients with orders, orders with lines. */
@NullMarked
package dev.kindred.it.many;

import org.jspecify.annotations.NullMarked;
