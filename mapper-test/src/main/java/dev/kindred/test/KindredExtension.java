package dev.kindred.test;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Resolves the parameters of a {@link KindredTest}. JUnit closes the database and the state of each test. */
final class KindredExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(KindredExtension.class);

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ReactiveMapper.class
                || type == ReactiveMapperBuilder.class
                || type == StatementRecorder.class
                || type == ConnectionFactory.class
                || type == ConnectionPool.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        TestScope scope = scope(context);
        if (type == ReactiveMapper.class) {
            return scope.mapper();
        }
        if (type == ReactiveMapperBuilder.class) {
            return scope.builder();
        }
        return type == StatementRecorder.class ? scope.recorder() : scope.pool();
    }

    /** Returns the state of the test, or of the class outside a test. */
    private static TestScope scope(ExtensionContext context) {
        ExtensionContext outermost = outermostClass(context);
        KindredTest settings = settings(context);
        Store ofClass = outermost.getStore(NAMESPACE);
        ClassDatabase database = ofClass.computeIfAbsent(
                ClassDatabase.class, type -> ClassDatabase.create(settings), ClassDatabase.class);
        boolean isTest = context.getTestMethod().isPresent();
        Store store = isTest ? context.getStore(NAMESPACE) : ofClass;
        // A store also finds what the store of the class has under the same key.
        return store.computeIfAbsent(
                isTest ? "test" : "class",
                key -> new TestScope(database.pool(), settings.loadMode(), isTest && settings.rollback()),
                TestScope.class);
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext found = context;
        for (@Nullable ExtensionContext each = context;
                each != null;
                each = each.getParent().orElse(null)) {
            if (each.getTestClass().isPresent()) {
                found = each;
            }
        }
        return found;
    }

    /** The annotation of an enclosing class is that of its nested classes. */
    private static KindredTest settings(ExtensionContext context) {
        for (@Nullable Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            @Nullable
            KindredTest found =
                    AnnotationSupport.findAnnotation(type, KindredTest.class).orElse(null);
            if (found != null) {
                return found;
            }
        }
        throw new ExtensionConfigurationException(
                context.getRequiredTestClass().getName() + " has no @KindredTest annotation.");
    }
}
