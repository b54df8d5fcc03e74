package dev.kindred.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the declaration of a repository. */
final class RepositoryReader {

    static final ClassRef BASE = new ClassRef("dev.kindred.reactor", "EntityRepository");

    private final JavaModel java;
    private final TypeElement type;
    private final String name;
    private final Problems problems = new Problems();

    RepositoryReader(JavaModel java, TypeElement type) {
        this.java = java;
        this.type = type;
        this.name = type.getSimpleName().toString();
    }

    /** Returns the first type that does not exist in this round. */
    Optional<Problem> unresolved() {
        return unresolved(type.asType())
                .or(() -> base().map(JavaModel::arguments).stream()
                        .flatMap(List::stream)
                        .filter(JavaModel::isUnresolved)
                        .map(JavaModel::written)
                        .findFirst())
                .or(() -> entity().flatMap(entity -> entity.ids().stream()
                        .filter(id -> JavaModel.isUnresolved(id.type()))
                        .map(id -> "that of " + entity.name() + "." + id.name())
                        .findFirst()))
                .map(unknown -> new Problem(RepositoryMessages.unresolved(name, unknown), type, null));
    }

    private Optional<String> unresolved(TypeMirror interfaceType) {
        TypeElement element = (TypeElement) ((DeclaredType) interfaceType).asElement();
        for (TypeMirror above : element.getInterfaces()) {
            Optional<String> found =
                    above.getKind() == TypeKind.ERROR ? Optional.of(above.toString()) : unresolved(above);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns the content of the generated class, or nothing if the declaration has problems. */
    Optional<RepositoryDescription> read() {
        if (type.getKind() != ElementKind.INTERFACE) {
            problem(RepositoryMessages.notAnInterface(name));
            return Optional.empty();
        }
        checkDeclaration();
        Optional<DeclaredType> base = base();
        if (base.isEmpty()) {
            problem(extendsRaw() ? RepositoryMessages.raw(name) : RepositoryMessages.noBase(name));
            return Optional.empty();
        }
        RepositoryMethods methods =
                new RepositoryMethods(java, type, (TypeElement) base.get().asElement());
        checkMethods(methods);
        List<String> keyParts = type.getTypeParameters().isEmpty() ? keyParts(base.get()) : List.of();
        boolean isRight = problems.list().isEmpty()
                && entity().filter(entity -> entity.problems().isEmpty()).isPresent();
        return isRight
                ? Optional.of(new RepositoryDescription(
                        type, base.get(), entity().orElseThrow(), keyParts, methods.missing()))
                : Optional.empty();
    }

    /** Returns the mistakes that {@link #read()} found. */
    List<Problem> problems() {
        return problems.list();
    }

    private void checkDeclaration() {
        if (!type.getTypeParameters().isEmpty()) {
            problem(RepositoryMessages.generic(name));
        }
        if (JavaModel.isPrivate(type)) {
            problem(RepositoryMessages.isPrivate(name));
        }
        if (type.getModifiers().contains(Modifier.SEALED)) {
            problem(RepositoryMessages.sealed(name));
        }
    }

    private void checkMethods(RepositoryMethods methods) {
        for (ExecutableElement method : methods.unknown()) {
            String owner = RepositoryMethods.owner(method).getSimpleName().toString();
            reportAt(method, RepositoryMessages.abstractMethod(name, owner, method));
        }
        methods.defaultMethod("mapper").ifPresent(method -> reportAt(method, RepositoryMessages.mapper(name)));
    }

    /** A method of another interface is reported at the repository, since the interface alone is right. */
    private void reportAt(ExecutableElement method, String message) {
        problems.add(RepositoryMethods.owner(method).equals(type) ? method : type, message);
    }

    /** Checks the type arguments. Returns the calls that read the parts of a composite key. */
    private List<String> keyParts(DeclaredType base) {
        TypeMirror written = base.getTypeArguments().get(0);
        Optional<DeclaredEntity> entity = entity();
        if (entity.isEmpty()) {
            problem(RepositoryMessages.notAnEntity(name, written));
            return List.of();
        }
        List<Member> ids = entity.get().ids();
        TypeMirror key = base.getTypeArguments().get(1);
        String entityName = entity.get().name();
        if (ids.isEmpty()) {
            if (entity.get().problems().isEmpty()) {
                problem(RepositoryMessages.noKey(name, entityName));
            }
            return List.of();
        }
        if (ids.size() == 1) {
            Member id = ids.get(0);
            if (!java.same(id.type(), key)) {
                problem(RepositoryMessages.keyType(name, entityName, id, java.boxed(id.type()), key));
            }
            return List.of();
        }
        if (!isRecordOf(key, ids)) {
            problem(RepositoryMessages.compositeKey(name, entityName, ids, key));
        }
        return ids.stream().map(id -> id.name() + "()").toList();
    }

    private boolean isRecordOf(TypeMirror key, List<Member> ids) {
        if (!(key instanceof DeclaredType declared) || declared.asElement().getKind() != ElementKind.RECORD) {
            return false;
        }
        List<? extends RecordComponentElement> components = ((TypeElement) declared.asElement()).getRecordComponents();
        return components.size() == ids.size()
                && ids.stream()
                        .allMatch(id -> components.stream()
                                .anyMatch(component -> component.getSimpleName().contentEquals(id.name())
                                        && java.same(component.asType(), id.type())));
    }

    private Optional<DeclaredEntity> entity() {
        return base().map(base -> base.getTypeArguments().get(0))
                .filter(DeclaredType.class::isInstance)
                .map(entity -> (TypeElement) ((DeclaredType) entity).asElement())
                .filter(entity -> Annotations.find(entity, Annotations.TABLE).isPresent())
                .map(entity -> new ShapeReader(java).read(entity));
    }

    private Optional<DeclaredType> base() {
        return new Instances(java).supertype(type.asType(), BASE.canonicalName());
    }

    private boolean extendsRaw() {
        List<TypeMirror> above = new ArrayList<>(List.of(type.asType()));
        for (int i = 0; i < above.size(); i++) {
            if (JavaModel.qualifiedName(above.get(i)).equals(BASE.canonicalName())) {
                return true;
            }
            above.addAll(java.types().directSupertypes(above.get(i)));
        }
        return false;
    }

    private void problem(String message) {
        problems.add(type, message);
    }
}
