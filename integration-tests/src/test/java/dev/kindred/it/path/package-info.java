/** Relations to many rows: clients with orders, orders with lines. */
@NullMarked
package dev.kindred.it.path;

import org.jspecify.annotations.NullMarked;
