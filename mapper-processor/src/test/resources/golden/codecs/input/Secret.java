package app;

import dev.kindred.annotation.DefaultCodec;

/** A mapper has the instance of its codec. */
@DefaultCodec(SecretCodec.class)
public final class Secret {

    Secret() {}
}
