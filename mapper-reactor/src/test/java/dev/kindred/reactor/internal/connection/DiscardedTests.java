package dev.kindred.reactor.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class DiscardedTests {

    @Test
    void aMessageIsReleasedOnceAlthoughOthersReleaseItToo() {
        ByteBuf message = Unpooled.buffer(1);

        Discarded.release(message);
        Discarded.release(message);

        assertThat(message.refCnt()).isZero();
    }
}
