package dev.kindred.spring.web;

import dev.kindred.query.PageRequest;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Creates the parameters of controllers from the query of the request. Immutable and thread-safe. */
final class ParameterResolver implements SyncHandlerMethodArgumentResolver {

    private static final Map<Class<?>, BiFunction<MultiValueMap<String, String>, PageLimits, Object>> TYPES = Map.of(
            ScrollParameters.class, ScrollParameters::of,
            PageParameters.class, PageParameters::of,
            PageRequest.class,
                    (values, limits) -> PageParameters.of(values, limits).request());

    private final PageLimits limits;

    ParameterResolver(PageLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.containsKey(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgumentValue(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        @Nullable
        BiFunction<MultiValueMap<String, String>, PageLimits, Object> type = TYPES.get(parameter.getParameterType());
        return type == null ? null : type.apply(exchange.getRequest().getQueryParams(), limits(parameter));
    }

    private PageLimits limits(MethodParameter parameter) {
        @Nullable PageSize own = parameter.getParameterAnnotation(PageSize.class);
        return own == null ? limits : PageLimits.of(own.value(), own.max() == 0 ? own.value() : own.max());
    }
}
