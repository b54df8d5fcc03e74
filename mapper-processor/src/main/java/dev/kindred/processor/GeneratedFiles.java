package dev.kindred.processor;

import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes the files of one type. Each file has this type as its only origin, so that compilers work incrementally. */
record GeneratedFiles(Filer filer, TypeElement origin) {

    void writeClass(ClassRef name, String text) throws IOException {
        write(filer.createSourceFile(name.canonicalName(), origin), text);
    }

    /** Writes the hints of a native image. */
    void writeHints(ClassRef name, String text) throws IOException {
        write(filer.createResource(StandardLocation.CLASS_OUTPUT, "", NativeHints.path(name), origin), text);
    }

    private static void write(FileObject file, String text) throws IOException {
        try (Writer writer = file.openWriter()) {
            writer.write(text);
        }
    }
}
