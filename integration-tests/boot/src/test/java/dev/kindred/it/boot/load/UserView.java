package dev.kindred.it.boot.load;

import org.jspecify.annotations.Nullable;

/** A user of a page, with the name in its profile. */
record UserView(@Nullable Long id, String email, @Nullable String name) {}
