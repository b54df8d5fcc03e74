/** A service under load: Kindred beside Spring Data R2DBC. */
package dev.kindred.it.boot.load;
