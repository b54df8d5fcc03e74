package dev.kindred.it.boot.app;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Registers the user that the option {@code --register} names. */
@Component
final class Registration implements ApplicationRunner {

    private final ObjectProvider<Users> users;

    Registration(ObjectProvider<Users> users) {
        this.users = users;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("register")) {
            String email = arguments.getOptionValues("register").get(0);
            users.getObject().register(email, "Ann").block(Duration.ofMinutes(1));
        }
    }
}
