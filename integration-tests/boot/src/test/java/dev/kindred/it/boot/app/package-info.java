/** A small application. */
package dev.kindred.it.boot.app;
