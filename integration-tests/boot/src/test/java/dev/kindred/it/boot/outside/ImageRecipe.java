package dev.kindred.it.boot.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs the steps of a Dockerfile in folders, with the files and the JDK of this machine. */
final class ImageRecipe {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final Path context;
    private final Path root;
    private final Map<String, Path> stages = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private Path stage;
    private Path directory;
    private List<String> entryPoint = List.of();

    private ImageRecipe(Path context, Path root) {
        this.context = context;
        this.root = root;
        this.stage = root;
        this.directory = root;
    }

    /** Runs the steps of {@code context/Dockerfile} in new folders below {@code root}. */
    static ImageRecipe build(Path context, Path root) throws Exception {
        ImageRecipe recipe = new ImageRecipe(context, root);
        for (String line : Files.readAllLines(context.resolve("Dockerfile"))) {
            if (!line.isBlank()) {
                recipe.step(line.split(" ", 2)[0], line.split(" ", 2)[1]);
            }
        }
        return recipe;
    }

    Path directory() {
        return directory;
    }

    Map<String, String> environment() {
        return environment;
    }

    List<String> entryPoint() {
        return entryPoint;
    }

    private void step(String instruction, String arguments) throws Exception {
        switch (instruction) {
            case "FROM" -> from(arguments.split(" "));
            case "WORKDIR" -> directory = Files.createDirectories(stage.resolve(arguments.substring(1)));
            case "COPY" -> copy(arguments.split(" "));
            case "RUN" -> Processes.run(directory, Map.of(), "sh", "-c", arguments);
            case "ENV" -> environment.put(arguments.split("=", 2)[0], arguments.split("=", 2)[1]);
            case "ENTRYPOINT" ->
                entryPoint = WORD.matcher(arguments)
                        .results()
                        .map(word -> word.group(1))
                        .toList();
            case "USER", "EXPOSE" -> {
                // for a container
            }
            default -> throw new IllegalArgumentException(instruction);
        }
    }

    private void from(String[] words) throws IOException {
        stage = Files.createDirectories(root.resolve("stage" + stages.size()));
        stages.put(words.length == 3 ? words[2] : "", stage);
    }

    private void copy(String[] words) throws IOException {
        boolean isOfStage = words[0].startsWith("--from=");
        Path from = isOfStage
                ? stages.get(words[0].substring("--from=".length())).resolve(words[1].substring(1))
                : context.resolve(words[0]);
        Path to = directory.resolve(words[words.length - 1]).normalize();
        if (Files.isRegularFile(from)) {
            Files.copy(from, to);
        } else {
            Processes.copy(from, to);
        }
    }
}
