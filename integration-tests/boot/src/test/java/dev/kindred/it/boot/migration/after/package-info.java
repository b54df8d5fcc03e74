/** The application with the mapper. */
package dev.kindred.it.boot.migration.after;
