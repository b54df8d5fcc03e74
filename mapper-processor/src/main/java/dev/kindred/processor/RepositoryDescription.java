package dev.kindred.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * The content of the class that implements a repository.
 *
 * @param type the interface
 * @param base the {@code EntityRepository} with its type arguments, as the interface extends it
 * @param entity the entity
 * @param keyParts the calls that read the parts of a key, written after the key; empty if the key has one part
 * @param methods the names of the methods that the class implements
 */
record RepositoryDescription(
        TypeElement type, DeclaredType base, DeclaredEntity entity, List<String> keyParts, List<String> methods) {

    RepositoryDescription {
        keyParts = List.copyOf(keyParts);
        methods = List.copyOf(methods);
    }

    /** Returns the generated class, with the name that the mapper loads. */
    ClassRef generated() {
        return DeclaredEntity.generatedName(type);
    }
}
