package dev.kindred.it.type;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Proxies of a driver, whose rows have other values than those of the driver: all texts in upper case. */
final class UpperCaseDriver {

    private UpperCaseDriver() {}

    static ConnectionFactory of(ConnectionFactory driver) {
        return wrap(ConnectionFactory.class, driver);
    }

    private static <T> T wrap(Class<T> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                boolean isMapping = target instanceof Result && arguments != null && arguments[0] instanceof Function;
                return wrapped(method.invoke(target, isMapping ? new Object[] {mapping(arguments[0])} : arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @SuppressWarnings("unchecked") // Result.map takes a function of a row
    private static Function<Readable, Object> mapping(Object function) {
        return row -> ((Function<Readable, Object>) function).apply(wrap(Row.class, row));
    }

    private static Object wrapped(Object value) {
        if (value instanceof Publisher<?> publisher) {
            return Flux.from(publisher).map(UpperCaseDriver::wrapped);
        } else if (value instanceof Connection) {
            return wrap(Connection.class, value);
        } else if (value instanceof Statement) {
            return wrap(Statement.class, value);
        } else if (value instanceof Result) {
            return wrap(Result.class, value);
        }
        return value instanceof String text ? text.toUpperCase(Locale.ROOT) : value;
    }
}
