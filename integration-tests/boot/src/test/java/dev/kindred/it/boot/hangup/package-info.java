/** Clients that close their connection while an application handles their request. */
package dev.kindred.it.boot.hangup;
