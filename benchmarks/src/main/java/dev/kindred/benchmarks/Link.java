package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.WireProxy;
import dev.kindred.benchmarks.peer.Login;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The way of all peers to the database: direct, or through a proxy that delays each request. */
final class Link implements AutoCloseable {

    private final Login login;
    private final @Nullable WireProxy proxy;

    private Link(Login login, @Nullable WireProxy proxy) {
        this.login = login;
        this.proxy = proxy;
    }

    /** Opens a link to {@code login} that adds {@code millis} milliseconds to each round trip. */
    static Link to(Login login, int millis) {
        if (millis == 0) {
            return new Link(login, null);
        }
        WireProxy proxy = new WireProxy(login.host(), login.port(), TimeUnit.MILLISECONDS.toNanos(millis));
        return new Link(login.through(proxy.port()), proxy);
    }

    Login login() {
        return login;
    }

    @Override
    public void close() {
        if (proxy != null) {
            proxy.close();
        }
    }
}
