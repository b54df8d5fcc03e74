/** Tests of errors, parameters and bodies in an application with WebFlux. */
package dev.kindred.it.boot.web;
