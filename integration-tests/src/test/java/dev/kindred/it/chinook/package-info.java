/** The unmodified tables of the Chinook sample database, mapped and compared with plain SQL. */
@NullMarked
package dev.kindred.it.chinook;

import org.jspecify.annotations.NullMarked;
