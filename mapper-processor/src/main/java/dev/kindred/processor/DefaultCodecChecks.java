package dev.kindred.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Checks the default codecs that a type or a package declares. */
final class DefaultCodecChecks {

    private final JavaModel java;
    private final Element element;
    private final CodecTypes codecs;
    private final Problems problems = new Problems();

    private DefaultCodecChecks(JavaModel java, Element element) {
        this.java = java;
        this.element = element;
        this.codecs = new CodecTypes(java, new ColumnTypes(java));
    }

    /** Returns the problems. A codec that does not exist in this round has none. */
    static List<Problem> check(JavaModel java, Element element) {
        DefaultCodecChecks checks = new DefaultCodecChecks(java, element);
        List<MemberCodec> declared = DefaultCodecs.declaredAt(element).stream()
                .filter(codec -> !codec.isUnresolved())
                .toList();
        declared.forEach(checks::check);
        checks.checkTwice(declared);
        return checks.problems.list();
    }

    private void check(MemberCodec codec) {
        String where = DefaultCodecs.written(element);
        Optional<DeclaredType> type = codec.type();
        if (type.isEmpty()) {
            refuse(TypeMessages.notACodec(where, codec.name()));
            return;
        }
        String name = JavaModel.written(type.get());
        Optional<TypeMirror> from = DefaultCodecs.converted(java, codec);
        if (from.isPresent()
                && element instanceof TypeElement annotated
                && !java.same(from.get(), annotated.asType())) {
            refuse(TypeMessages.defaultOfOther(where, name, from.get()));
        } else {
            codecs.problem(where, type.get(), element, "").ifPresent(this::refuse);
        }
    }

    private void checkTwice(List<MemberCodec> declared) {
        List<MemberCodec> seen = new ArrayList<>();
        for (MemberCodec codec : declared) {
            Optional<MemberCodec> other =
                    seen.stream().filter(each -> isOfSameType(each, codec)).findFirst();
            other.ifPresent(first -> refuse(TypeMessages.twoDefaults(
                    DefaultCodecs.written(element), written(first), written(codec), convertedBy(codec))));
            seen.add(codec);
        }
    }

    private boolean isOfSameType(MemberCodec one, MemberCodec other) {
        Optional<TypeMirror> first = DefaultCodecs.converted(java, one);
        Optional<TypeMirror> second = DefaultCodecs.converted(java, other);
        return first.isPresent() && second.isPresent() && java.same(first.get(), second.get());
    }

    private String convertedBy(MemberCodec codec) {
        return DefaultCodecs.converted(java, codec).map(JavaModel::written).orElse("");
    }

    private static String written(MemberCodec codec) {
        return codec.type().map(JavaModel::written).orElse(codec.name());
    }

    private void refuse(String message) {
        String annotation = Annotations.find(element, Annotations.DEFAULT_CODEC).isPresent()
                ? Annotations.DEFAULT_CODEC
                : Annotations.DEFAULT_CODECS;
        problems.add(element, annotation, message);
    }
}
