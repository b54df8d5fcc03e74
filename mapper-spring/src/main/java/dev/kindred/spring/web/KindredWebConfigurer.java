package dev.kindred.spring.web;

import dev.kindred.internal.util.Checks;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.http.codec.CodecConfigurer;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * Adds to WebFlux, as a bean:
 *
 * <ul>
 *   <li>{@link ScrollParameters}, {@link PageParameters} and {@link dev.kindred.query.PageRequest} as parameters of
 *       annotated controllers;
 *   <li>{@link dev.kindred.query.Window}, {@link dev.kindred.query.Page} and {@link dev.kindred.query.Slice} as bodies
 *       with links.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 */
@RegisterReflectionForBinding(LinkedRows.class)
public final class KindredWebConfigurer implements WebFluxConfigurer {

    private final PageLimits limits;

    private KindredWebConfigurer(PageLimits limits) {
        this.limits = limits;
    }

    /** Returns a configurer with 20 rows of a page by default, and at most 100. */
    public static KindredWebConfigurer create() {
        return of(PageLimits.defaults());
    }

    /** Returns a configurer with the limits of parameters without {@link PageSize}. */
    public static KindredWebConfigurer of(PageLimits limits) {
        return new KindredWebConfigurer(Checks.notNull(limits, "limits"));
    }

    /**
     * Adds the bodies with links to the codecs of a functional endpoint:
     * {@code HandlerStrategies.builder().codecs(KindredWebConfigurer::addCodecs)}.
     */
    public static void addCodecs(CodecConfigurer codecs) {
        codecs.customCodecs().register(new LinkedRowsWriter(Checks.notNull(codecs, "codecs")::getWriters));
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new ParameterResolver(limits));
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        addCodecs(configurer);
    }
}
