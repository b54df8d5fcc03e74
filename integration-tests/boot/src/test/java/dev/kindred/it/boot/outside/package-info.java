/** Projects of users outside of this one, which Maven builds and which run on their own. */
package dev.kindred.it.boot.outside;
