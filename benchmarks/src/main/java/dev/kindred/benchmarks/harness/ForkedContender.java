package dev.kindred.benchmarks.harness;

/** A peer in another JVM, controlled by the commands of {@link ForkedWorkload}. */
final class ForkedContender implements Contender {

    private final Fork fork;
    private final String workload;
    private final String name;
    private final Task task;

    ForkedContender(Fork fork, String workload, String name, Task task) {
        this.fork = fork;
        this.workload = workload;
        this.name = name;
        this.task = task;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public long checksum() {
        return Long.parseLong(ask("checksum 0"));
    }

    @Override
    public void warmUp(long millis) {
        ask("warm-up " + millis);
    }

    @Override
    public Sample measure(long millis) {
        String[] parts = ask("measure " + millis).split(" ", -1);
        return new Sample(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                new Latency(Double.parseDouble(parts[3]), Double.parseDouble(parts[4])));
    }

    private String ask(String question) {
        return fork.ask(workload + " " + name + " " + question);
    }
}
