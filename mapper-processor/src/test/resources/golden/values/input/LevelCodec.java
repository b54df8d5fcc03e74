package app;

import dev.kindred.type.Codec;

record LevelCodec() implements Codec<Long, LevelCodec.Level> {

    enum Level {
        LOW,
        HIGH
    }

    @Override
    public Level encode(Long value) {
        return Level.values()[value.intValue()];
    }

    @Override
    public Long decode(Level value) {
        return (long) value.ordinal();
    }
}
