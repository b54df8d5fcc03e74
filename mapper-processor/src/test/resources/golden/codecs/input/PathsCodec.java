package app;

import dev.kindred.type.Codec;
import java.nio.file.Path;

public class PathsCodec implements Codec<Path[], Integer> {

    PathsCodec() {}

    public Integer encode(Path[] value) {
        return value.length;
    }

    public Path[] decode(Integer value) {
        return new Path[value];
    }
}
