/** Tests of Spring Boot applications. */
package dev.kindred.it.boot;
