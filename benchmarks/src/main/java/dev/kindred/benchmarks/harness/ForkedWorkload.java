package dev.kindred.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command loop of a {@link Fork}'s JVM. It runs until the standard input ends. */
public final class ForkedWorkload {

    private final List<Workload> workloads;
    private final List<Peer> peers;
    private final Map<String, Contender> contenders = new HashMap<>();

    /** Provides {@code peers} for {@code workloads}. */
    public ForkedWorkload(List<Workload> workloads, List<Peer> peers) {
        this.workloads = workloads;
        this.peers = peers;
    }

    /**
     * Reads commands from the standard input and writes the responses to the standard output. A command is {@code
     * <workload> <peer> <what> <milliseconds>}.
     */
    public void serve() {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                System.out.println(Fork.ANSWER + answer(line.split(" ", -1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing can be read from the first JVM", e);
        }
    }

    private String answer(String[] question) {
        try {
            String workload = question[0];
            if (question[2].equals("contenders")) {
                return contenders(workload);
            }
            Contender contender = contender(workload, question[1]);
            return answer(contender, question[2], Long.parseLong(question[3]));
        } catch (IllegalStateException e) {
            return Fork.FAILURE + String.valueOf(e.getMessage()).replace('\n', ' ');
        }
    }

    private static String answer(Contender contender, String what, long millis) {
        return switch (what) {
            case "checksum" -> Long.toString(contender.checksum());
            case "warm-up" -> {
                contender.warmUp(millis);
                yield "done";
            }
            case "measure" -> {
                Sample sample = contender.measure(millis);
                yield sample.operationsPerSecond() + " " + sample.bytesPerOperation() + " "
                        + sample.cpuMicrosPerOperation() + " "
                        + sample.latency().median() + " "
                        + sample.latency().p99();
            }
            default -> throw new IllegalStateException("the command " + what + " is unknown");
        };
    }

    private String contenders(String id) {
        Workload workload = workload(id);
        return peers.stream()
                .filter(workload::includes)
                .map(peer -> peer.name() + "=" + workload.taskOf(peer))
                .collect(Collectors.joining(" "));
    }

    private Contender contender(String id, String name) {
        return contenders.computeIfAbsent(
                id + " " + name,
                key -> new LocalContender(
                        workload(id),
                        peers.stream()
                                .filter(peer -> peer.name().equals(name))
                                .findFirst()
                                .orElseThrow(() -> new IllegalStateException("no peer is called " + name))));
    }

    private Workload workload(String id) {
        return workloads.stream()
                .filter(workload -> workload.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no workload is called " + id));
    }
}
