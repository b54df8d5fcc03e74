package dev.kindred.test.boot;

import dev.kindred.type.Codec;
import java.util.Set;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.stereotype.Repository;

/** Finds the repositories and the codecs of the application. */
final class DataKindredTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<DataKindredTest> {

    DataKindredTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }

    @Override
    protected Set<Class<?>> getKnownIncludes() {
        return Set.of(Repository.class, Codec.class);
    }
}
