package dev.kindred.examples.web;

import dev.kindred.examples.entity.User;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

/** Serves users and orders over HTTP from an embedded PostgreSQL until it is interrupted. */
@SpringBootApplication(proxyBeanMethods = false)
@EntityScan(basePackageClasses = User.class)
public class WebApplication {

    /** Spring Boot has the port in the property {@code server.port}. Default: 8080. */
    public static void main(String[] arguments) {
        SpringApplication.run(WebApplication.class, arguments);
    }
}
