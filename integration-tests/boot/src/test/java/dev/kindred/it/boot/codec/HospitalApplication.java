package dev.kindred.it.boot.codec;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with a codec as a bean. */
@SpringBootApplication
public class HospitalApplication {}
