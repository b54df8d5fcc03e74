package dev.kindred.spring.boot;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Streaming replicas for the reads that allow it.
 *
 * @param urls URLs of the replicas. Without user and password they have those of the primary. The pools have the
 *     properties "kindred.pool.*".
 * @param maxLag Greatest lag of a replica that is used.
 * @param pollEvery Shortest time between two questions for the position of a server.
 * @param waitAtMost Greatest time that a read waits for a replica that is fresh enough. By default it does not wait.
 * @param failWithout Whether it is an error that no replica is fresh enough. Otherwise the primary is used.
 * @param cookie Name of the cookie with the position of the writes of a client.
 * @param cookieMaxAge Time that a client keeps the cookie.
 */
@ConfigurationProperties("kindred.replicas")
record KindredReplicaProperties(
        @DefaultValue List<String> urls,
        @DefaultValue("5s") Duration maxLag,
        @DefaultValue("200ms") Duration pollEvery,
        @Nullable Duration waitAtMost,
        @DefaultValue("false") boolean failWithout,
        @DefaultValue("kindred-position") String cookie,
        @DefaultValue("1m") Duration cookieMaxAge) {

    /** Has no value of a property: the URLs have passwords. */
    @Override
    public String toString() {
        return "KindredReplicaProperties";
    }
}
