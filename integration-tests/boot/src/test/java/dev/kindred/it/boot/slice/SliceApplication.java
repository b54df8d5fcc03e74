package dev.kindred.it.boot.slice;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with a repository and another bean. */
@SpringBootApplication
class SliceApplication {}
