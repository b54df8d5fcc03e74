@NullMarked
package dev.kindred.it.architecture.planted.error;

import org.jspecify.annotations.NullMarked;
