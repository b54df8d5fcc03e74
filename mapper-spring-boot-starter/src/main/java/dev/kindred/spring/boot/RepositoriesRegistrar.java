package dev.kindred.spring.boot;

import dev.kindred.reactor.GeneratedRepository;
import java.beans.Introspector;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the generated classes of repositories as beans. The packages are searched at the start, or when a native
 * image is built. The constructor of a generated class takes the mapper.
 */
final class RepositoriesRegistrar implements ImportBeanDefinitionRegistrar {

    private final BeanFactory beans;
    private final Environment environment;
    private final ResourceLoader resources;

    /** Called by Spring, which injects these types into the constructor of a registrar. */
    RepositoriesRegistrar(BeanFactory beans, Environment environment, ResourceLoader resources) {
        this.beans = beans;
        this.environment = environment;
        this.resources = resources;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        ClassSearch search = new ClassSearch(environment, resources);
        String base = GeneratedRepository.class.getName();
        for (Class<?> generated : search.find(
                packages(search),
                (reader, factory) -> base.equals(reader.getClassMetadata().getSuperClassName()))) {
            Class<?> repository = generated.getInterfaces()[0];
            if (!hasBean(repository)) {
                registry.registerBeanDefinition(name(repository, registry), new RootBeanDefinition(generated));
            }
        }
    }

    /** Beans of the application are registered before those of an auto-configuration. */
    private boolean hasBean(Class<?> repository) {
        return ((ListableBeanFactory) beans).getBeanNamesForType(repository, true, false).length > 0;
    }

    private List<String> packages(ClassSearch search) {
        List<String> own = search.packages("kindred.repositories.packages");
        if (!own.isEmpty()) {
            return own;
        }
        return AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
    }

    /** Returns {@code users} for the interface {@code Users}, or its full name if that name is in use. */
    private static String name(Class<?> repository, BeanDefinitionRegistry registry) {
        String simple = Introspector.decapitalize(repository.getSimpleName());
        return registry.isBeanNameInUse(simple) ? repository.getName() : simple;
    }
}
