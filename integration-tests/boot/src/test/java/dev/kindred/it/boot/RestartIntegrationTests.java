package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.boot.app.Application;
import dev.kindred.it.boot.app.Tables;
import dev.kindred.it.boot.app.User;
import dev.kindred.it.boot.app.Work;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.boot.KindredEntities;
import io.r2dbc.pool.ConnectionPool;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import reactor.core.publisher.Mono;

/**
 * The restart of the developer tools: the classes of the application have a new class loader, and those of the library
 * stay.
 */
class RestartIntegrationTests extends BootTests {

    /** Loads the classes of the application itself. */
    private static final class RestartLoader extends URLClassLoader {

        private static final String APPLICATION = Application.class.getPackageName() + ".";

        RestartLoader() {
            super(
                    new URL[] {
                        Application.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    RestartIntegrationTests.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(APPLICATION)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }

    @BeforeEach
    void empty() {
        database.execute(Tables.EMPTY);
    }

    @Test
    void aRestartedApplicationUsesItsNewClasses() throws Exception {
        for (int start = 0; start < 3; start++) {
            try (RestartLoader loader = new RestartLoader();
                    ConfigurableApplicationContext application = start(loader)) {
                Class<?> user = loader.loadClass(User.class.getName());

                assertThat(user).isNotSameAs(User.class);
                assertThat(application.getBean(KindredEntities.class).types()).contains(user);
                assertThat(work(loader, application.getBean(ReactiveMapper.class)))
                        .isInstanceOf(user);
            }
        }
    }

    private static ConfigurableApplicationContext start(ClassLoader loader) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return new SpringApplicationBuilder(loader.loadClass(Application.class.getName()))
                    .resourceLoader(new DefaultResourceLoader(loader))
                    .web(WebApplicationType.NONE)
                    .properties(
                            "spring.flyway.enabled=false",
                            "kindred.schema.verify=fail",
                            "spring.r2dbc.url=" + database.r2dbcUrl())
                    .run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("unchecked") // Work is a function of this type
    private static Object work(ClassLoader loader, ReactiveMapper mapper) throws Exception {
        Function<ReactiveMapper, Mono<Object>> work = (Function<ReactiveMapper, Mono<Object>>)
                loader.loadClass(Work.class.getName()).getDeclaredConstructor().newInstance();
        return run(work.apply(mapper));
    }

    @Test
    void theLibraryForgetsTheClassesOfAMapperThatEnded() throws Exception {
        ConnectionPool pool = Connections.pool(database.r2dbcUrl());
        work(RestartIntegrationTests.class.getClassLoader(), ReactiveMapper.create(pool));
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
        List<WeakReference<ClassLoader>> references = List.of(usedLoader(pool, collected), usedLoader(pool, collected));

        for (int found = 0, tries = 0; found < references.size() && tries < 60; tries++) {
            System.gc();
            found += collected.remove(500) == null ? 0 : 1;
        }
        run(pool.disposeLater());

        assertThat(references).allMatch(reference -> reference.get() == null);
    }

    private static WeakReference<ClassLoader> usedLoader(ConnectionPool pool, ReferenceQueue<ClassLoader> queue)
            throws Exception {
        try (RestartLoader loader = new RestartLoader()) {
            work(loader, ReactiveMapper.create(pool));
            return new WeakReference<>(loader, queue);
        }
    }
}
