package dev.kindred.support;

import dev.kindred.error.MapperException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The main classes of this module. */
public final class MainClasses {

    private MainClasses() {}

    /** Returns the compiled main classes. */
    public static List<Class<?>> all() {
        try {
            Path root = Path.of(MapperException.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                        .map(file -> file.substring(0, file.length() - ".class".length()))
                        .map(MainClasses::load)
                        .sorted((one, other) -> one.getName().compareTo(other.getName()))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace('/', '.').replace('\\', '.'), false, MainClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
