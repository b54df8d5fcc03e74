package dev.kindred.it.boot.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A local repository of Maven with the installed modules of this project, and the libraries of this build.
 *
 * @param folder the folder of the repository
 */
record LocalRepository(Path folder) {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final String VERSION = "0.1.0-SNAPSHOT";

    static LocalRepository create(Path folder) throws Exception {
        LocalRepository created = new LocalRepository(folder);
        created.shareLibraries();
        created.install("kindred-parent", PROJECT);
        try (Stream<Path> modules = Files.list(PROJECT)) {
            for (Path module : modules.toList()) {
                String name = module.getFileName().toString();
                if (name.startsWith("mapper-")) {
                    created.install(name.replace("mapper-", "kindred-"), module);
                }
            }
        }
        return created;
    }

    /** Makes Maven use this repository. */
    Map<String, String> environment() {
        return Map.of("MAVEN_OPTS", "-Dmaven.repo.local=" + folder);
    }

    /** Removes the links, before the folder is deleted with all that is in it. */
    void forgetLibraries() throws IOException {
        for (Path each : List.of(folder, folder.resolve("dev"))) {
            try (Stream<Path> links = Files.list(each)) {
                for (Path link : links.filter(Files::isSymbolicLink).toList()) {
                    Files.delete(link);
                }
            }
        }
    }

    /** Shows the libraries of the local repository in that of the test, which also has the modules. */
    private void shareLibraries() throws Exception {
        Path shared = repository();
        Path own = Files.createDirectories(folder);
        link(shared, own, "dev");
        link(shared.resolve("dev"), Files.createDirectories(own.resolve("dev")), "kindred");
    }

    private static void link(Path shared, Path own, String except) throws IOException {
        if (Files.exists(shared)) {
            try (Stream<Path> folders = Files.list(shared)) {
                for (Path each : folders.toList()) {
                    String name = each.getFileName().toString();
                    if (!name.equals(except)) {
                        Files.createSymbolicLink(own.resolve(name), each);
                    }
                }
            }
        }
    }

    /** Puts a module into the local repository of the test, as Maven's install does. */
    private void install(String artifact, Path module) throws IOException {
        Path target = folder.resolve("dev/kindred/" + artifact + "/" + VERSION);
        Files.createDirectories(target);
        String name = artifact + "-" + VERSION;
        Files.copy(module.resolve("pom.xml"), target.resolve(name + ".pom"));
        Path classes =
                module.resolve(System.getProperty("kindred.target", "target")).resolve("classes");
        if (Files.exists(classes)) {
            pack(classes, target.resolve(name + ".jar"));
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    /** The local repository that this build uses, from the place of one of its libraries. */
    private static Path repository() throws Exception {
        Path library = Path.of(
                Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path root = library;
        while (!root.getFileName().toString().equals("org")) {
            root = root.getParent();
        }
        return root.getParent();
    }
}
