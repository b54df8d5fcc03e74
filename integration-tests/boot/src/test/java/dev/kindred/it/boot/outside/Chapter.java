package dev.kindred.it.boot.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files and commands of a page of the guide.
 *
 * @param files the content of each file by its path
 * @param commands the commands in their order
 */
record Chapter(Map<String, String> files, List<Command> commands) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)(?:^`([^`\n]+)`\n\n)?^```(\\w+)\n(.*?)^```$");

    /**
     * A line of a shell.
     *
     * @param line the line
     * @param response the block of JSON after it, or an empty text
     */
    record Command(String line, String response) {}

    static Chapter read(Path page) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        List<Command> commands = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(page));
        while (blocks.find()) {
            String content = blocks.group(3);
            if (blocks.group(1) != null) {
                files.put(blocks.group(1), content);
            } else if (blocks.group(2).equals("sh")) {
                content.lines().forEach(line -> commands.add(new Command(line, "")));
            } else if (blocks.group(2).equals("json")) {
                Command last = commands.remove(commands.size() - 1);
                commands.add(new Command(last.line(), content));
            }
        }
        return new Chapter(files, commands);
    }

    void writeInto(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
