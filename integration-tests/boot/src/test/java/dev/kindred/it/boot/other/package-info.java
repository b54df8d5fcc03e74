/** Entities outside the application. */
package dev.kindred.it.boot.other;
