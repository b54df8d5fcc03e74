/** An application that replaces Spring Data R2DBC by the mapper, before and after. */
package dev.kindred.it.boot.migration;
