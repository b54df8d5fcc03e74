package dev.kindred.it.boot.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.test.internal.Await;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import reactor.core.publisher.SignalType;

class ExportIntegrationTests extends WebTests {

    private static final int PEOPLE = 20_000;

    private Export export;

    /** The whole export has about 30 MB, more than the buffers of a connection hold. */
    @BeforeEach
    void manyPeople() {
        export = application.getBean(Export.class);
        export.reset();
        database.execute("""
                truncate humans, documents restart identity;
                insert into humans (mail_text, full_name)
                    select repeat('x', 1500) || g, 'name' from generate_series(1, %d) g;
                """.formatted(PEOPLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void eachRowIsOneLine(String style) {
        database.execute("delete from humans where id > 250");

        Answer answer = get("/" + style + "/export");

        assertThat(answer.headers().getContentType()).isEqualTo(MediaType.APPLICATION_NDJSON);
        assertThat(answer.body().lines()).hasSize(250).allMatch(line -> line.startsWith("{\"id\":"));
        awaitEnd();
        assertThat(export.ends).containsExactly(SignalType.ON_COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "functional"})
    void aClientThatDoesNotReadLimitsTheDemand(String style) throws IOException {
        try (Socket client = connected(style)) {
            InputStream input = client.getInputStream();
            assertThat(input.readNBytes(10_000)).hasSize(10_000);

            // the only connection of the pool is free for other requests
            assertThat(get("/" + style + "/people/1").status()).isEqualTo(200);
            client.setSoLinger(true, 0);
        }

        awaitEnd();
        assertThat(export.ends).containsExactly(SignalType.CANCEL);
        assertThat(export.demands).isNotEmpty().allMatch(demand -> demand <= 1000);
        assertThat(export.chunks).hasValueLessThan(PEOPLE / Export.CHUNK);
        Await.await(
                Duration.ofSeconds(20),
                () -> pool().getMetrics().orElseThrow().acquiredSize() == 0,
                () -> "the connection was not returned");
        assertThat(get("/" + style + "/people/1").status()).isEqualTo(200);
        database.awaitQuiet(Duration.ofSeconds(20));
    }

    /** The client can have the last row before the server has ended the export. */
    private void awaitEnd() {
        Await.await(Duration.ofSeconds(20), () -> export.ends.size() == 1, () -> "the export has not ended");
    }

    private Socket connected(String style) throws IOException {
        URI url = URI.create(WebTestApplication.url(application));
        Socket client = new Socket();
        client.setReceiveBufferSize(8192);
        client.connect(new InetSocketAddress(url.getHost(), url.getPort()), 20_000);
        client.setSoTimeout(20_000);
        client.getOutputStream()
                .write(("GET /" + style + "/export HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
        return client;
    }
}
