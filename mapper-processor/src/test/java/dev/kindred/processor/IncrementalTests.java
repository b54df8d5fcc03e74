package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What build tools rely on. */
final class IncrementalTests {

    /** Runs the processor and writes down from which elements it wrote each class. */
    private static final class Recorder extends AbstractProcessor {

        private final EntityProcessor processor = new EntityProcessor();
        private final Map<String, List<String>> origins = new LinkedHashMap<>();

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            Filer filer = proxy(Filer.class, (method, arguments) -> {
                int last = arguments.length - 1;
                List<String> elements = arguments[last] instanceof Element[] origin
                        ? List.of(origin).stream().map(Element::toString).toList()
                        : List.of();
                origins.put(String.valueOf(arguments[last - 1]), elements);
                return method.invoke(environment.getFiler(), arguments);
            });
            processor.init(proxy(
                    ProcessingEnvironment.class,
                    (method, arguments) ->
                            method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            processor.process(annotations, round);
            return false;
        }

        private interface Call {
            Object run(Method method, Object[] arguments) throws IllegalAccessException, InvocationTargetException;
        }

        private static <T> T proxy(Class<T> type, Call call) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> call.run(method, arguments)));
        }
    }

    @Test
    void eachFileHasOneOrigin() {
        Recorder recorder = new Recorder();
        Compile.with(List.of(recorder), List.of(Compile.source("""
                                public class Outer {
                                    private Outer() {}
                                    @Table public record User(@Id Long id, @HasOne Mono<Profile> profile) {}
                                }
                                """), Compile.source("""
                                @Table
                                public record Profile(@Id Long id, Long userId) {}
                                """), Compile.source("""
                                @KindredRepository
                                public interface Profiles
                                        extends dev.kindred.reactor.EntityRepository<Profile, Long> {}
                                """)));
        assertThat(recorder.origins)
                .containsOnly(
                        Map.entry("app.Outer_User_", List.of("app.Outer.User")),
                        Map.entry(hints("app.Outer_User_"), List.of("app.Outer.User")),
                        Map.entry("app.Profile_", List.of("app.Profile")),
                        Map.entry(hints("app.Profile_"), List.of("app.Profile")),
                        Map.entry("app.Profiles_", List.of("app.Profiles")),
                        Map.entry(hints("app.Profiles_"), List.of("app.Profiles")));
    }

    private static String hints(String generated) {
        return "META-INF/native-image/dev.kindred/" + generated + "/reachability-metadata.json";
    }

    @Test
    void gradleIsToldThatTheProcessorIsIsolating() throws IOException {
        assertThat(resource("/META-INF/gradle/incremental.annotation.processors"))
                .isEqualToIgnoringNewLines(EntityProcessor.class.getName() + ",isolating");
    }

    @Test
    void theCompilerFindsTheProcessorByItself() {
        assertThat(ServiceLoader.load(Processor.class)).hasAtLeastOneElementOfType(EntityProcessor.class);
    }

    @Test
    void theProcessorRunsOnEveryVersionOfJavaAndLeavesTheAnnotationsToOthers() {
        EntityProcessor processor = new EntityProcessor();
        assertThat(processor.getSupportedSourceVersion()).isEqualTo(SourceVersion.latestSupported());
        assertThat(processor.getSupportedAnnotationTypes()).containsExactly("dev.kindred.annotation.*");
        assertThat(processor.getSupportedOptions()).isEmpty();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = EntityProcessor.class.getResourceAsStream(name)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
