package dev.kindred.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The conversions between a type and the driver. */
final class Wire {

    private Wire() {}

    static <T> Object to(SqlType<T> type, T value) {
        Object wire = type.toWire(value, WireContext.none());
        assertThat(wire).isInstanceOf(type.wireType());
        return wire;
    }

    static <T> T from(SqlType<T> type, Object wire) {
        T value = type.fromWire(wire, WireContext.none());
        assertThat(value).isInstanceOf(type.javaType());
        return value;
    }

    static <T> T thereAndBack(SqlType<T> type, T value) {
        return from(type, to(type, value));
    }

    /** Asserts that a value is refused, with a message that contains {@code reason} and not {@code value}. */
    static void assertRefused(ThrowingCallable call, String reason, String value) {
        Throwable refusal = catchThrowable(call);
        assertThat(refusal).isExactlyInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
        assertThat(refusal.getMessage()).doesNotContain(value);
    }
}
