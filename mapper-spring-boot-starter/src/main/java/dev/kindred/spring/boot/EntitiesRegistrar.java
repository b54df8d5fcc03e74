package dev.kindred.spring.boot;

import dev.kindred.annotation.Table;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Registers {@link KindredEntities}. The packages are searched when the bean is created. For a native image they are
 * searched when the image is built, because the image has no class files.
 */
final class EntitiesRegistrar implements ImportBeanDefinitionRegistrar {

    private static final String NAME = "kindredEntities";

    private final BeanFactory beans;
    private final Environment environment;
    private final ResourceLoader resources;

    /** Called by Spring, which injects these types into the constructor of a registrar. */
    EntitiesRegistrar(BeanFactory beans, Environment environment, ResourceLoader resources) {
        this.beans = beans;
        this.environment = environment;
        this.resources = resources;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        RootBeanDefinition definition = new RootBeanDefinition(KindredEntities.class);
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            definition.getConstructorArgumentValues().addIndexedArgumentValue(0, found());
        } else {
            definition.setInstanceSupplier(() -> new KindredEntities(found()));
        }
        registry.registerBeanDefinition(NAME, definition);
    }

    private Class<?>[] found() {
        ClassSearch search = new ClassSearch(environment, resources);
        return search.find(packages(search), new AnnotationTypeFilter(Table.class))
                .toArray(Class<?>[]::new);
    }

    private List<String> packages(ClassSearch search) {
        List<String> own = search.packages("kindred.schema.packages");
        if (!own.isEmpty()) {
            return own;
        }
        List<String> scanned = EntityScanPackages.get(beans).getPackageNames();
        if (!scanned.isEmpty()) {
            return scanned;
        }
        return AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
    }
}
